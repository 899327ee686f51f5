/** A change in words that cannot mislead (变动情形): from nothing, across zero, of something negative; only the usual case has a rate. */
import { difference, type Expression, figure, growth } from '../expressions/expression.ts';
import { type Decimal, ZERO } from '../number/decimal.ts';
import type { Figure } from '../expressions/figure.ts';
import type { Line } from './line.ts';

export type State = 'usual' | 'unchanged' | 'from-zero' | 'to-negative' | 'to-positive' | 'negative';

export interface Movement {
  readonly state: State;
  readonly current: Decimal;
  readonly prior: Decimal;
  readonly change: Decimal;
  /** Undefined where the base is 0 or below, or the sign changes: such a percentage says nothing. */
  readonly rate: Decimal | undefined;
  readonly changeExpression: Expression;
  readonly rateExpression: Expression;
}

export function movementOf(line: Pick<Line, 'current' | 'prior'>): Movement {
  const [current, prior] = [valueOf(line.current), valueOf(line.prior)];
  const change = current.minus(prior);
  const state = stateOf(current, prior);
  return {
    state,
    current,
    prior,
    change,
    rate: state === 'usual' || (state === 'unchanged' && !prior.isZero()) ? change.div(prior) : undefined,
    changeExpression: difference(figure(line.current), figure(line.prior)),
    rateExpression: growth(figure(line.current), figure(line.prior)),
  };
}

function stateOf(current: Decimal, prior: Decimal): State {
  if (current.eq(prior)) return 'unchanged';
  if (prior.isZero()) return 'from-zero';
  if (prior.isNegative()) return current.gt(0) ? 'to-positive' : 'negative';
  return current.lt(0) ? 'to-negative' : 'usual';
}

/** A blank is nothing; words never get here. */
function valueOf({ reading }: Figure): Decimal {
  return reading.kind === 'number' ? reading.value : ZERO;
}
