/** The looks of a public document (公文版式): A4, 小标宋 title, 黑体 and 楷体 headings, 仿宋 三号 text on lines of 28 points. */
import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LineRuleType } from 'docx';

/** The usual fonts, and what stands in for each where it is not installed. */
export const FONT_SUBSTITUTES: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
};

/** 二号, 三号, 小四 …, 小五 in half-points, as Word counts. */
export const SIZE = { title: 44, text: 32, contents: 24, tableTitle: 32, tableHead: 21, table: 18 } as const;

/** Twips: two characters of 三号. */
export const INDENT = 640;
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;
const CONTENTS_LINE = { line: 400, lineRule: LineRuleType.EXACT } as const;

const font = (eastAsia: string): { readonly ascii: string; readonly hAnsi: string; readonly cs: string; readonly eastAsia: string } => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});

/** Margins after GB/T 9704 for the text; narrower ones for tables. */
export const TEXT_PAGE = page(210, 297, { top: 37, bottom: 35, left: 28, right: 26 });
export const TABLE_PAGE = page(210, 297, { top: 25, bottom: 22, left: 18, right: 18 });
/** Word turns a landscape page itself: the paper is given upright. */
export const WIDE_PAGE = page(297, 210, { top: 17, bottom: 15, left: 18, right: 18 });

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Between the margins. */
  readonly usable: number;
}

/** Everything in twips. */
function page(width: number, height: number, millimetres: Page['margin']): Page {
  const twips = convertMillimetersToTwip;
  const { top, bottom, left, right } = millimetres;
  return {
    width: twips(width),
    height: twips(height),
    margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
    usable: twips(width - left - right),
  };
}

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: font('仿宋_GB2312'), size: SIZE.text, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
    title: {
      run: { font: font('方正小标宋简体'), size: SIZE.title, bold: false, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 640, lineRule: LineRuleType.EXACT, before: 200, after: 400 } },
    },
    heading1: heading('黑体', { alignment: AlignmentType.CENTER, spacing: { ...LINE, before: 280, after: 280 } }),
    heading2: heading('黑体', { spacing: LINE, indent: { firstLine: INDENT } }),
    heading3: heading('楷体_GB2312', { spacing: LINE, indent: { firstLine: INDENT } }),
  },
  paragraphStyles: [
    {
      id: 'Narrative',
      name: '说明正文',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, spacing: LINE, indent: { firstLine: INDENT } },
    },
    {
      id: 'ContentsTitle',
      name: '目录标题',
      basedOn: 'Normal',
      next: 'Normal',
      run: { font: font('黑体') },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...LINE, before: 120, after: 120 } },
    },
    ...[0, 1, 2].map((level) => ({
      id: `TOC${level + 1}`,
      name: `toc ${level + 1}`,
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: SIZE.contents, ...(level === 0 ? { font: font('黑体') } : {}) },
      paragraph: { spacing: CONTENTS_LINE, indent: { left: level * 320 } },
    })),
    {
      id: 'TableTitle',
      name: '报表标题',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { font: font('黑体'), size: SIZE.tableTitle },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 0, after: 60 }, outlineLevel: 1 },
    },
    {
      id: 'TableHead',
      name: '报表表头',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: font('宋体'), size: SIZE.tableHead },
      paragraph: { keepNext: true, spacing: { before: 0, after: 20 } },
    },
    {
      id: 'TableCell',
      name: '报表单元格',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: font('宋体'), size: SIZE.table },
      paragraph: { spacing: { before: 10, after: 10 } },
    },
  ],
};

function heading(
  name: string,
  paragraph: NonNullable<NonNullable<IStylesOptions['default']>['heading1']>['paragraph'] & object,
): {
  readonly run: object;
  readonly paragraph: object;
} {
  return {
    run: { font: font(name), size: SIZE.text, bold: false, italics: false, color: '000000' },
    paragraph: { keepNext: true, ...paragraph },
  };
}
