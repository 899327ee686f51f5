/** A Word document with the right figures as tracked changes: what reads as before, what changes, and what stays byte for byte. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { correctDocx } from '../../../src/hosts/file/correct-docx.ts';
import { readDocx, UnusableDocument } from '../../../src/hosts/file/read-docx.ts';
import { docx, paragraph, run } from '../../support/docx.ts';

const BOLD = '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>';

function part(bytes: Uint8Array, name = 'word/document.xml'): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** The changes that put `right` where `wrong` stands. */
function correct(bytes: Uint8Array, wrong: string, right: string): { readonly bytes: Uint8Array; readonly applied: number } {
  const start = readDocx(bytes).text.indexOf(wrong);
  expect(start).toBeGreaterThanOrEqual(0);
  return correctDocx(bytes, [{ start, end: start + wrong.length, text: right }]);
}

const deleted = (xml: string): string => [...xml.matchAll(/<w:delText[^>]*>([^<]*)</g)].map(([, text = '']) => text).join('');

describe('a corrected Word document', () => {
  it('reads as the corrected text, keeps the old words as a deletion, and the format of the run on both', () => {
    const before = docx(paragraph(run('本年收入1,939.68万元，其中：', BOLD)));
    const { bytes, applied } = correct(before, '1,939.68万元', '1,939.86万元');
    const xml = part(bytes);
    expect(applied).toBe(1);
    expect(readDocx(bytes)).toEqual({ text: '本年收入1,939.86万元，其中：\n', deletions: 1 });
    expect(deleted(xml)).toBe('1,939.68万元');
    expect(xml.split(BOLD).length - 1).toBe(4);
    expect([...xml.matchAll(/w:(?:ins|del) w:id="(\d+)" w:author="Tieout"/g)].map(([, id]) => id)).toEqual(['1', '2']);
  });

  it('reaches over several runs, into table cells and footnotes, and numbers its marks after those that are there', () => {
    const inserted = `<w:ins w:id="7" w:author="某人">${run('占72.')}</w:ins>`;
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run('合计'))}</w:tc><w:tc>${paragraph(run('3.50'))}</w:tc></w:tr></w:tbl>`;
    const before = docx(
      paragraph(inserted + run('93', BOLD) + run('%；')) + table,
      `<w:footnote>${paragraph(run('注：12.00'))}</w:footnote>`,
    );
    const { text } = readDocx(before);
    const changes = [
      ['72.93%', '72.83%'],
      ['3.50', '3.60'],
      ['12.00', '13.00'],
    ].map(([wrong = '', right = '']) => ({ start: text.indexOf(wrong), end: text.indexOf(wrong) + wrong.length, text: right }));
    const { bytes, applied } = correctDocx(before, changes);
    expect(applied).toBe(3);
    expect(readDocx(bytes).text).toBe(text.replace('72.93%', '72.83%').replace('3.50', '3.60').replace('12.00', '13.00'));
    expect(deleted(part(bytes))).toBe('72.93%3.50');
    const ids = [...part(bytes).matchAll(/w:id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids)).toBe(7);
  });

  it('changes several figures of one run', () => {
    const before = docx(paragraph(run('收入1.00万元，支出2.00万元，结余3.00万元。')));
    const { text } = readDocx(before);
    const changes = ['1.00', '3.00'].map((wrong) => ({ start: text.indexOf(wrong), end: text.indexOf(wrong) + 4, text: '9.00' }));
    const { bytes } = correctDocx(before, changes);
    expect(readDocx(bytes).text).toBe('收入9.00万元，支出2.00万元，结余9.00万元。\n');
  });

  it('leaves a change over the end of a paragraph alone', () => {
    const before = docx(paragraph(run('收入1.')) + paragraph(run('00万元')));
    const { bytes, applied } = correct(before, '1.\n00', '2.00');
    expect(applied).toBe(0);
    expect(part(bytes)).toBe(part(before));
  });

  it('leaves every other part as the very bytes it was', () => {
    const picture = new Uint8Array([137, 80, 78, 71, 1, 2, 3]);
    const before = zipSync({
      ...unzipSync(docx(paragraph(run('收入1.00&amp;2.00')))),
      'word/media/image1.png': picture,
      'custom.xml': strToU8('<a/>'),
    });
    const { bytes } = correct(before, '1.00', '3.00');
    const [old, now] = [unzipSync(before), unzipSync(bytes)];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    for (const name of Object.keys(old)) if (name !== 'word/document.xml') expect(now[name], name).toEqual(old[name]);
    expect(readDocx(bytes).text).toBe('收入3.00&2.00\n');
  });
});

describe('what is left to a person', () => {
  const at = (text: string, words: string, comment: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, text: comment };
  };
  /** The words between the marks of a comment, as they stand in the XML, and what it says. */
  const commented = (bytes: Uint8Array): readonly (readonly [words: string, comment: string])[] => {
    const [xml, comments] = [part(bytes), part(bytes, 'word/comments.xml')];
    return [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>(.*?)<w:commentRangeEnd w:id="\1"\/>/gs)].map(
      ([, id = '', inner = '']) => [
        [...inner.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text = '']) => text).join(''),
        new RegExp(`<w:comment w:id="${id}" w:author="Tieout"[^>]*>.*?<w:t[^>]*>([^<]*)<`).exec(comments)?.[1] ?? '',
      ],
    );
  };

  it('is a comment at its words, beside the tracked changes, in a part with its content type and its relationship', () => {
    const before = docx(paragraph(run('收入1.00万元，', BOLD) + run('支出2.00万元，实有人数108人。')));
    const { text } = readDocx(before);
    const {
      bytes,
      applied,
      commented: count,
    } = correctDocx(before, [at(text, '1.00', '3.00')], [at(text, '万元，支出2.00', '请核对 < 2'), at(text, '108人', '应为107人')]);
    expect([applied, count]).toEqual([1, 2]);
    expect(commented(bytes)).toEqual([
      ['万元，支出2.00', '请核对 &lt; 2'],
      ['108人', '应为107人'],
    ]);
    expect(readDocx(bytes).text).toBe(text.replace('1.00', '3.00'));
    expect(part(bytes, '[Content_Types].xml')).toContain('<Override PartName="/word/comments.xml"');
    expect(part(bytes, 'word/_rels/document.xml.rels')).toContain('Target="comments.xml"');
    const ids = [...part(bytes).matchAll(/<w:(?:ins|del|commentReference) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('goes behind the comments of other people', () => {
    const [first, second] = ['收入1.00万元。', '支出2.00万元。'].map((text) => {
      const before = docx(paragraph(run(text)));
      return { before, comment: at(readDocx(before).text, '万元', `关于${text}`) };
    });
    const once = correctDocx(first!.before, [], [first!.comment]).bytes;
    const theirs = zipSync({
      ...unzipSync(once),
      'word/comments.xml': strToU8(part(once, 'word/comments.xml').replaceAll('Tieout', '某人')),
    });
    const twice = correctDocx(theirs, [], [{ ...first!.comment, text: second!.comment.text }]).bytes;
    expect([...part(twice, 'word/comments.xml').matchAll(/w:author="([^"]*)"/g)].map(([, author]) => author)).toEqual(['某人', 'Tieout']);
    expect(Object.keys(unzipSync(twice))).toEqual(Object.keys(unzipSync(theirs)));
  });

  it('does not begin or end inside what is replaced, and is said where a change cannot be made', () => {
    const before = docx(paragraph(run('收入1.00万元')) + paragraph(run('支出2.')) + paragraph(run('00万元')));
    const { text } = readDocx(before);
    const across = { ...at(text, '2.\n00', '3.00'), otherwise: '应为3.00万元' };
    const { bytes, applied } = correctDocx(before, [at(text, '1.00', '9.00'), across], [at(text, '00万元', '单位')]);
    expect(applied).toBe(1);
    const [unit, ...rest] = commented(bytes);
    expect([unit, rest.length]).toEqual([['9.00万元', '单位'], 1]);
    expect(rest[0]?.[1]).toBe('应为3.00万元');
  });

  it('is left out of footnotes, where Word has no comments', () => {
    const before = docx(paragraph(run('收入1.00万元')), `<w:footnote>${paragraph(run('注：12.00'))}</w:footnote>`);
    const { bytes, commented: count } = correctDocx(before, [], [at(readDocx(before).text, '12.00', '请核对')]);
    expect([count, bytes]).toEqual([0, before]);
  });
});

describe('a Word document is read', () => {
  it('with tabs and line breaks of the text, without those of its formats', () => {
    const tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>';
    const body = paragraph(`${tabs}<w:r><w:t>收入</w:t><w:tab/><w:t>1.00</w:t><w:br/><w:t>支出</w:t></w:r>`);
    expect(readDocx(docx(body)).text).toBe('收入\t1.00\n支出\n');
  });

  it('unless it is RTF or an old .doc under another name: then it says what to do', () => {
    const texts = [strToU8('{\\rtf1\\ansi'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])].map((bytes) => {
      try {
        readDocx(bytes);
      } catch (error) {
        if (error instanceof UnusableDocument) return error.text['zh-CN'];
      }
      return '';
    });
    expect(texts).toEqual([expect.stringContaining('RTF'), expect.stringContaining('旧版 Word')]);
    for (const text of texts) expect(text).toContain('另存为 .docx');
  });
});
