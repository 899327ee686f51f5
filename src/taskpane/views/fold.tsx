/** A list that is folded away until somebody asks for it (折叠); a long one is drawn only then, and piece by piece. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Children, type ReactElement, type ReactNode, useState } from 'react';
import { useGrowing } from './growing.ts';

const useStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '8px 0' },
  summary: {
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
});

/** So few are there at once, also for whoever searches the page. */
const SHORT = 30;

export function Fold({
  title,
  open = false,
  children,
}: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(open);
  const items = Children.toArray(children);
  return (
    <details className={styles.fold} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {(isOpen || items.length <= SHORT) && <List items={items} />}
    </details>
  );
}

function List({ items }: { readonly items: readonly ReactNode[] }): ReactElement {
  const styles = useStyles();
  const room = useGrowing(items.length);
  return <ul className={styles.list}>{items.slice(0, room)}</ul>;
}
