/** The words by which headings and row labels say what a line holds (标志词): totals, means, shares, changes, 其中, 累计. Chinese and English first. */

/** Bits, because one label may carry several. */
export const SUM_WORD = 1;
export const MEAN_WORD = 2;
export const RATIO_WORD = 4;
export const CHANGE_WORD = 8;
export const OF_WHICH_WORD = 16;
export const CUMULATIVE_WORD = 32;
export const LESS_WORD = 64;
/** The largest, the middle one, the spread: what no sum of a row is expected for. */
export const EXTREME_WORD = 128;

const SUM =
  /合计|总计|小计|共计|总额|总和|合\s+计|总\s+计|小\s+计|\b(?:sub|grand)?\s?-?totals?\b|\bsum\b|\ball\b|\boverall\b|\bnet\b|\bgross\b|\bboth\b|\bcombined\b|\binsgesamt\b|\bsumme\b|\btotaux\b|\bensemble\b|\bsuma\b|\btotale\b|итого|всего|合計|総計|小計|합계|총계/i;
const MEAN = /平均|均值|均价|\baverages?\b|\bavgs?\b|\bmean\b|\bmoyenne\b|\bpromedio\b|\bdurchschnitt\b|\bmédia\b|среднее/i;
// «Part-time» and «fee per term» are amounts.
const RATIO =
  /%|％|‰|占比|比重|比例|比率|份额|率|构成|每股|人均|单价|\bper\s?cent|\bpercentage\b|\bpct\b|\bshares?\b|\bratio\b|\brates?\b|\bper\b(?!\s+(?:term|year|annum|month|week|quarter|diem)\b)|\beps\b|\bproportion\b|\bdistribution\b|\bmargin\b|\banteil\b|\bpart\b(?!-?\s?time|\s+of\b)/i;
const CHANGE =
  /增减|增长|增幅|增速|涨幅|变动|同比|环比|\bchanges?\b|\bgrowth\b|\bincreases?\b|\bdecreases?\b|\bvariation\b|\bvar\b|\bdifferences?\b|\bdiff\b|\bvariance\b|[%±]\s?chg|\bchg\b|\bveränderung\b/i;
// 最低生活保障, 最高人民法院, 地方差额补助 and 标准差旅费 are ordinary lines.
const EXTREME =
  /最大|最小|最高(?!人民)|最低(?!生活保障)|中位数|标准差(?!额|旅|异|价)|\bmax(?:imum)?\b|\bmin(?:imum)?\b|\bhighest\b|\blowest\b|\bmedian\b|\bst(?:andard)?\.?\s?dev(?:iation)?\b|\bmediana?\b|\bmédiane\b/i;
const OF_WHICH = /其中|当中|\bof which\b|\bof whom\b|\bincluding\b|\bthereof\b|\bdarunter\b|\bdavon\b|\bdont\b/i;
const CUMULATIVE = /累计|累积|\bcumulative\b|\brunning\b|\bto date\b|\bytd\b|\bcumul\b/i;
// 减灾, 减税 and 减排 are purposes; «less than 1 year» is a term.
const LESS =
  /^[\s\u3000]*(?:减(?!灾|税|贫|排|负(?!债)|轻|震|持|速|噪|碳|租)|扣除|抵销|抵消|less(?!\s+than)|minus|deduct(?:ions?)?|eliminations?)(?:\b|[:：\s]|[\u4e00-\u9fff]|$)/i;

export function wordsOf(label: string): number {
  if (label === '') return 0;
  return (
    (SUM.test(label) ? SUM_WORD : 0) |
    (MEAN.test(label) ? MEAN_WORD : 0) |
    (RATIO.test(label) ? RATIO_WORD : 0) |
    (CHANGE.test(label) ? CHANGE_WORD : 0) |
    (OF_WHICH.test(label) ? OF_WHICH_WORD : 0) |
    (CUMULATIVE.test(label) ? CUMULATIVE_WORD : 0) |
    (LESS.test(label) ? LESS_WORD : 0) |
    (EXTREME.test(label) ? EXTREME_WORD : 0)
  );
}

/** What a mean is of: «avg attendance» of attendance; as a class of labels. */
export function withoutMeanWords(kind: string): string {
  return kind.replace(MEAN, ' ').replace(/\s+/g, ' ').trim();
}

// 价格临时补贴 and 价格调节基金 are amounts, no prices.
const PRICE = /单价|价格(?!临时|补贴|调节|调控|监|工作|管理|认证|鉴证)|单位成本|人均|户均|系数|指数|班额|\bprice\b|\bindex\b/i;
/** Lines that have rules of their own: extremes, prices. */
const OWN_KINDS: readonly RegExp[] = [
  /最高(?!人民)|最低(?!生活保障)|最大|最小|最多|最少|中位|标准差(?!额|旅|异|价)|方差(?!额|旅|异|价)|名次|排名|极差|\bmax(?:imum)?\b|\bmin(?:imum)?\b|\bmedian\b|\bst(?:andard)?\.? ?dev|\brank/i,
  PRICE,
];
const STOCK = /余额|结余|结存|库存|\bbalance\b/i;

/** 余额, 结存: what a ledger carries from line to line instead of adding it up. */
export function isStock(label: string): boolean {
  return STOCK.test(label);
}

/** The kinds of line with rules of their own that a label names; almost always none. */
export function ownKindsOf(label: string): readonly RegExp[] {
  return OWN_KINDS.filter((kind) => kind.test(label));
}

/** 单价, 人均, 指数: what is multiplied, never added to an amount. */
export function isPrice(label: string): boolean {
  return PRICE.test(label);
}

const GRAND = /总计|共计|总额|\boverall\b|\btotals?\b|合\s?计|合計|総計|insgesamt|всего/i;
const SMALL = /小计|小計|sub\s?-?total/i;

/** How wide a total word reaches: 1 小计, subtotal; 2 合计, total; 0 no total word. */
export function totalRank(label: string): 0 | 1 | 2 {
  if (SMALL.test(label)) return 1;
  return GRAND.test(label) ? 2 : 0;
}

/** Whether a label is a total word, or a name and a total word: 工资总额 and 资产总额 are names of single things. */
export function isPlainTotal(label: string): boolean {
  return totalRank(label) > 0 && !/[\p{L}].*总额/u.test(label.trim());
}

/** Labels that are the same words for a class of lines: case, digits, spaces and footnote marks aside. */
export function labelClass(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s\u00A0\u3000\d*†‡.,:：;()（）[\]'"’/-]+/g, ' ')
    .trim();
}
