/** A finding as the pane shows it (问题卡片): where, the arithmetic written out, who is suspected and what would put it right. */
import { SLIPS } from '../../core/edits/report-words.ts';
import type { Figure } from '../../core/expressions/figure.ts';
import { printValue } from '../../core/expressions/write-out.ts';
import { ACCEPTED_SECTION, acceptanceKey } from '../../core/findings/accepted.ts';
import { arithmetic } from '../../core/findings/explain.ts';
import type { Finding, Suspect } from '../../core/findings/finding.ts';
import type { Locale } from '../../core/locale.ts';
import { cellAddress, type CellRef, refKey } from '../../core/workbook/address.ts';
import { cellAt, findSheet, type Workbook } from '../../core/workbook/workbook.ts';
import { checks } from '../../engine.ts';
import type { FindingView, Place, SuspectView } from './analysis.ts';

export function placeOf({ book, sheet, row, column }: CellRef): Place {
  return { sheet, row, column, address: cellAddress({ row, column }), isPrior: book === 'prior' };
}

export function findingView(finding: Finding, workbook: Workbook, locale: Locale, year: number | undefined): FindingView {
  const { id, severity, cell, judgement, suspects, dependants, message } = finding;
  const place = placeOf(cell);
  const name = nameAt(finding);
  return {
    id,
    severity,
    place,
    name: name === '' ? place.address : name,
    rule: judgement?.relation.why[locale] ?? checks.find((check) => check.id === finding.check)?.title[locale] ?? '',
    message: judgement === undefined || suspects.length === 0 ? message[locale] : arithmetic(judgement, locale),
    suspects: suspects.map((suspect) => suspectView(suspect, workbook, locale)),
    dependants: dependants.map(placeOf),
    acceptance: {
      key: acceptanceKey(finding),
      label: `「${cell.sheet}」${place.address}${name === '' ? '' : ` ${name}`}`,
      section: ACCEPTED_SECTION,
      note: message['zh-CN'],
      year,
    },
  };
}

/** Of the cell to look at, which need not be the one whose sum does not hold. */
function nameAt({ cell, judgement, suspects }: Finding): string {
  const figures = [...suspects.map(({ figure }) => figure), ...(judgement === undefined ? [] : [judgement.relation.stated])];
  const figure = figures.find(({ ref }) => refKey(ref) === refKey(cell));
  return figure === undefined ? '' : nameOf(figure);
}

function suspectView({ figure, repair, slip }: Suspect, workbook: Workbook, locale: Locale): SuspectView {
  const { reading, unit, decimals } = figure;
  const isFormula = figure.formula !== undefined;
  return {
    place: placeOf(figure.ref),
    name: nameOf(figure),
    held: reading.kind === 'number' ? printValue(reading.value, unit, decimals) : reading.kind === 'unreadable' ? reading.text : '',
    repair: repair === null ? undefined : printValue(repair, unit, decimals),
    value: repair === null || isFormula || figure.ref.book === 'prior' ? undefined : typedValue(figure, repair, workbook),
    isFormula,
    slip: slip === null ? undefined : SLIPS[slip][locale],
  };
}

/** A rate may be stored as 0.125 or as 12.5; only a cell that shows «%» says which. */
function typedValue({ unit, ref }: Figure, repair: NonNullable<Suspect['repair']>, workbook: Workbook): number | undefined {
  if (unit.kind !== 'rate') return repair.div(unit.scale).toNumber();
  const sheet = findSheet(workbook, ref.sheet);
  const cell = sheet === undefined ? undefined : cellAt(sheet, ref.row, ref.column);
  return cell?.format?.includes('%') === true ? repair.toNumber() : undefined;
}

function nameOf({ row, column }: Figure): string {
  return [row, column].filter((part) => part !== '').join(' · ');
}
