/** The line under the grid (状态栏): sum, average and count of the selected cells, and the zoom (缩放). */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactElement, useEffect, useState } from 'react';
import { roundTo } from '../core/number/decimal.ts';
import { formatAmount } from '../core/number/format.ts';
import type { Sheet } from '../core/workbook/workbook.ts';
import { isSingle, selectedArea, type Selection, type Totals, totalsOf } from './selection.ts';
import type { WorkbenchWords } from './words.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: '16px',
    height: '26px',
    padding: '0 8px',
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  totals: { display: 'flex', flexGrow: 1, gap: '16px', minWidth: 0, overflow: 'hidden', whiteSpace: 'nowrap' },
  zoom: { display: 'flex', alignItems: 'center' },
  share: { minWidth: '44px' },
});

const ZOOMS: readonly number[] = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2];

/** Amounts have two; what formulas leave behind more is of no use in a line to read. */
const MOST_DECIMALS = 6;

interface StatusLineProps {
  readonly sheet: Sheet;
  readonly selected: Selection;
  readonly zoom: number;
  readonly words: WorkbenchWords;
  readonly onZoom: (zoom: number) => void;
}

export function StatusLine({ sheet, selected, zoom, words, onZoom }: StatusLineProps): ReactElement {
  const styles = useStyles();
  const totals = useTotals(sheet, selected);
  const place = ZOOMS.indexOf(zoom);
  const button = (label: string, sign: string, to: number | undefined): ReactElement => (
    <Button size="small" appearance="transparent" aria-label={label} disabled={to === undefined} onClick={() => onZoom(to ?? zoom)}>
      {sign}
    </Button>
  );
  return (
    <div className={styles.line}>
      <div role="status" aria-label={words.totals} className={styles.totals}>
        {totals === undefined ? null : texts(totals, words).map((text) => <span key={text}>{text}</span>)}
      </div>
      <div role="group" aria-label={words.zoom} className={styles.zoom}>
        {button(words.zoomOut, '−', ZOOMS[place - 1])}
        <Button size="small" appearance="transparent" className={styles.share} title={words.zoomReset} onClick={() => onZoom(1)}>
          {`${Math.round(zoom * 100)}%`}
        </Button>
        {button(words.zoomIn, '+', ZOOMS[place + 1])}
      </div>
    </div>
  );
}

function texts({ filled, numbers, sum }: Totals, words: WorkbenchWords): readonly string[] {
  const count = words.count(filled);
  if (numbers === 0) return filled === 0 ? [] : [count];
  const decimals = Math.min(MOST_DECIMALS, sum.decimalPlaces());
  const shown = (value: Totals['sum']): string => formatAmount(value, { decimals: value.decimalPlaces(), grouping: true });
  return [words.sum(shown(roundTo(sum, decimals))), words.average(shown(roundTo(sum.div(numbers), Math.max(2, decimals)))), count];
}

/** Of several selected cells; a large area is added up in pieces, so that walking on is never held up. */
function useTotals(sheet: Sheet, selected: Selection): Totals | undefined {
  const [totals, setTotals] = useState<Totals>();
  useEffect(() => {
    const area = selectedArea(selected, sheet.merged);
    setTotals(undefined);
    if (isSingle(area, sheet.merged)) return undefined;
    const work = totalsOf(sheet, area);
    let timer: ReturnType<typeof setTimeout>;
    const goOn = (): void => {
      const { done, value } = work.next();
      if (done === true) setTotals(value);
      else timer = setTimeout(goOn);
    };
    timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [sheet, selected]);
  return totals;
}
