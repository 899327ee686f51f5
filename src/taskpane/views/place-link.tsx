/** A cell by its address (单元格链接): a click goes there. Last year's workbook is another file, so its cells are only named. */
import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Place } from '../analysis/analysis.ts';
import { usePane } from '../pane-context.ts';

export function PlaceLink({ place, short = false }: { readonly place: Place; readonly short?: boolean }): ReactElement {
  const { session, words } = usePane();
  const text = short ? place.address : `${place.sheet}!${place.address}`;
  if (place.isPrior) return <span>{`${words.priorBook} ${text}`}</span>;
  return (
    <Link as="button" inline aria-label={words.goTo(`${place.sheet}!${place.address}`)} onClick={() => void session.reveal(place)}>
      {text}
    </Link>
  );
}
