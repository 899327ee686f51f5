/** The name box (名称框): which cell is selected, and where to go: an address and Enter, as in Excel. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { areaAddress, cellAddress } from '../core/workbook/address.ts';
import type { Sheet } from '../core/workbook/workbook.ts';
import { isSingle, selectedArea, type Selection, typedPlace } from './selection.ts';
import type { WorkbenchWords } from './words.ts';

const useStyles = makeStyles({
  box: {
    width: '96px',
    height: '100%',
    boxSizing: 'border-box',
    textAlign: 'center',
    border: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    color: 'inherit',
    backgroundColor: 'transparent',
    ':focus': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
    '&[aria-invalid=true]': { outlineColor: tokens.colorPaletteRedBorder2 },
  },
});

interface NameBoxProps {
  readonly sheet: Sheet;
  readonly selected: Selection;
  readonly words: WorkbenchWords;
  readonly onGo: (selection: Selection) => void;
}

export function NameBox({ sheet, selected, words, onGo }: NameBoxProps): ReactElement {
  const styles = useStyles();
  /** Undefined while nobody types. */
  const [typed, setTyped] = useState<string>();
  const [isUnknown, setUnknown] = useState(false);
  const area = selectedArea(selected, sheet.merged);
  const leave = (): void => {
    setTyped(undefined);
    setUnknown(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    if (event.key !== 'Enter') return;
    const place = typedPlace(typed ?? '', sheet);
    setUnknown(place === undefined);
    if (place === undefined) return;
    leave();
    onGo(place);
  };
  return (
    <input
      className={styles.box}
      aria-label={words.nameBox}
      aria-invalid={isUnknown}
      title={isUnknown ? words.unknownPlace : words.nameBox}
      autoComplete="off"
      spellCheck={false}
      value={typed ?? (isSingle(area, sheet.merged) ? cellAddress(selected) : areaAddress(area))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={leave}
    />
  );
}
