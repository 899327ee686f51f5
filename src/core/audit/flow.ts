/** A foreign text as it reads (连读文本): lines that were only wrapped are joined, every character knows its line and its place in the original. */

/** One heading or paragraph: `text` without blanks, full-width digits made plain; `at[i]` is where its i-th character stood in the original. */
export interface Block {
  readonly text: string;
  readonly at: readonly number[];
  /** A row: of a table or of a list of contents, its cells kept apart by tabs. */
  readonly kind: 'heading' | 'row' | 'text';
}

const HEAD =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\s*\d))/;
const NUMBERED = /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;
/** A heading whose number is not part of the text, as Word numbers them by itself. */
const BARE_HEAD =
  /^(?:收入|支出|财政拨款|一般公共预算|政府性基金|国有资本|国有资产|“三公”|机关运行|政府采购|预算绩效|主要职能|主要职责|机构设置|人员情况|其他重要|其他需|专业名词|名词解释|部门决算|单位概况)[^，。；：\d]*(?:说明|情况|职能|职责|概况|解释|事项|设置|报表(?:（见附表）)?)$/;
const BLANK = /[\s\u00A0\u3000\u200B\uFEFF]/;
/** Stands between two numbers that only a blank keeps apart, as in the rows of a table. */
export const GAP = '\u0001';

/** Splits at headings, numbered items and full stops at the end of a line; a figure broken by a line end is whole again. */
export function blocksOf(original: string): readonly Block[] {
  const blocks: Block[] = [];
  let text = '';
  let at: number[] = [];
  // Where the author has numbered the headings, a line that only looks like one is a wrapped line.
  const bare = !/^[ \t\u3000]*[一二三四五六七八九十]{1,3}、[^。；\n]*(?:收入|支出)[^。；\n]*(?:情况|说明)/m.test(original);
  const close = (isRow = false): void => {
    if (text !== '') blocks.push({ text: joinThousands(text), at, kind: isRow ? 'row' : isHeading(text, bare) ? 'heading' : 'text' });
    text = '';
    at = [];
  };
  let start = 0;
  for (const line of original.split('\n')) {
    const words = line.trim();
    const isRow = words.includes('\t') && !words.includes('。');
    if (isRow || HEAD.test(plain(words)) || isForm(words) || (bare && isBareHeading(words))) close();
    let blank = false;
    for (let index = 0; index < line.length; index++) {
      const char = plain(line.charAt(index));
      if (BLANK.test(char)) {
        blank = true;
        continue;
      }
      if (blank && at.length > 0 && (at.at(-1) ?? 0) >= start && /\d/.test(char) && /\d$/.test(text)) {
        text += GAP;
        at.push(start + index);
      }
      blank = false;
      text += char;
      at.push(start + index);
    }
    if (isRow) close(true);
    else if (/[。！？]$/.test(words) || isHeadingLine(words) || (bare && isBareHeading(words))) close();
    start += line.length + 1;
  }
  close();
  return blocks;
}

/** The 1-based line of a place in the original. */
export function lineOf(original: string, offset: number): number {
  let line = 1;
  for (let at = original.indexOf('\n'); at >= 0 && at < offset; at = original.indexOf('\n', at + 1)) line++;
  return line;
}

function isHeadingLine(bare: string): boolean {
  return (
    (HEAD.test(plain(bare)) && bare.length < 40 && /(?:情况|说明|职能|概况|事项|解释|报表(?:（见附表）)?)$/.test(bare)) || isForm(bare)
  );
}

function isBareHeading(words: string): boolean {
  return words.length < 40 && BARE_HEAD.test(words.replace(/\s/g, ''));
}

function isHeading(text: string, bare: boolean): boolean {
  if (text.length >= 40 || /[。；，]/.test(text)) return false;
  return NUMBERED.test(text) || text.endsWith('自评表') || (bare && BARE_HEAD.test(text));
}

function isForm(bare: string): boolean {
  return bare.length < 40 && /自\s*评\s*表$/.test(bare);
}

function plain(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF05\uFF0E\uFF0B]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[−–－﹣]/g, '-');
}

// A full-width comma between digit groups is a thousands separator; anywhere else it ends a clause.
function joinThousands(text: string): string {
  return text.replace(/(?<=\d)，(?=\d{3}(?:[.，万亿元%]|$))/g, ',');
}
