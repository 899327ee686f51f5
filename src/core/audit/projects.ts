/** What a text says of its projects against their self-evaluation forms (项目与自评表): a name with another project's amount, and more executed than was spent on projects. */
import { type Decimal, roundTo } from '../number/decimal.ts';
import { formatAmount } from '../number/format.ts';
import type { Table } from '../tables/table.ts';
import { figureAt } from '../tables/table.ts';
import type { CellRef } from '../workbook/address.ts';
import type { Claim } from './claim.ts';
import { type Block, GAP } from './flow.ts';
import type { Judgement } from './judge-tables.ts';
import { measure } from './measure.ts';

interface ProjectAmounts {
  readonly name: string;
  /** 全年预算、年初预算、全年执行 of 年度资金总额, in 元. */
  readonly amounts: readonly { readonly value: Decimal; readonly ref: CellRef }[];
}

export interface ProjectJudgement extends Judgement {
  readonly sources: readonly CellRef[];
}

/** The names are those of the forms; an amount directly behind a name must be one of that project's own. */
export function judgeProjects(claims: readonly Claim[], blocks: readonly Block[], forms: readonly Table[]): readonly ProjectJudgement[] {
  const projects = forms.map(projectOf);
  const named = claims.flatMap((claim) => {
    if (claim.section !== 'performance' || !claim.unit.endsWith('元')) return [];
    const block = blocks[claim.block];
    const before = block?.text.slice(0, block.at.indexOf(claim.start)).split(GAP).join('') ?? '';
    const project = projects.find(({ name }) => name.length >= 6 && before.endsWith(name));
    if (project === undefined || project.amounts.length === 0) return [];
    const { value } = measure(claim);
    if (project.amounts.some((amount) => sameAmount(amount.value, value, claim))) return [];
    const other = projects.find(({ amounts }) => amounts.some((amount) => sameAmount(amount.value, value, claim)));
    return [wrongProject(claim, project, other)];
  });
  return [...named, ...moreThanSpent(claims)];
}

function projectOf(form: Table): ProjectAmounts {
  const figures = ['full-budget', 'initial-budget', 'executed'].map((column) => figureAt(form, 'funds-total', column));
  const amounts = figures.flatMap((figure) =>
    figure?.reading.kind === 'number' && figure.unit.kind === 'money' ? [{ value: figure.reading.value, ref: figure.ref }] : [],
  );
  return { name: (form.fields.get('project-name') ?? '').replace(/\s/g, ''), amounts };
}

function sameAmount(amount: Decimal, stated: Decimal, { decimals }: Claim): boolean {
  return roundTo(amount.div(10_000), decimals).eq(roundTo(stated.div(10_000), decimals));
}

function wrongProject(claim: Claim, project: ProjectAmounts, other: ProjectAmounts | undefined): ProjectJudgement {
  const [first] = project.amounts;
  const expected = first === undefined ? '' : `${formatAmount(first.value.div(10_000), { decimals: 2, grouping: true })}万元`;
  return {
    claim,
    expected,
    verdict: 'broken',
    sources: [...project.amounts, ...(other?.amounts ?? [])].map(({ ref }) => ref),
    message: {
      'zh-CN': `“${project.name}”的自评表中年度资金总额为${expected}，文中写${claim.text}${other === undefined ? '' : `；这是项目“${other.name}”的金额`}`,
      en: `The form of “${project.name}” gives ${expected}, the text says ${claim.text}${other === undefined ? '' : `, which belongs to “${other.name}”`}`,
    },
  };
}

// The scopes may legally differ (money counted in two projects, earlier years' money): a hint.
function moreThanSpent(claims: readonly Claim[]): readonly ProjectJudgement[] {
  const spent = claims.find(({ section, subject, role }) => section === 'expenditure' && role === 'amount' && subject === '项目支出');
  const executed = claims.filter(({ section, subject, free }) => section === 'performance' && !free && /全年执行数$/.test(subject)).at(-1);
  if (spent === undefined || executed === undefined || measure(executed).interval.low.lte(measure(spent).interval.high)) return [];
  const over = formatAmount(measure(executed).value.minus(measure(spent).value).div(10_000), { decimals: 2, grouping: true });
  return [
    {
      claim: executed,
      expected: `≤${spent.text}`,
      verdict: 'hint',
      sources: [],
      message: {
        'zh-CN': `项目全年执行数${executed.text}大于“三、支出决算”中的项目支出${spent.text}，多${over}万元，请核对是否重复计入`,
        en: `Projects executed ${executed.text}, more than the project expenditure ${spent.text} by ${over} (10,000 yuan): check for money counted twice`,
      },
    },
  ];
}
