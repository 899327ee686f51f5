/** A signature (关系式): one formula between lines («column 7 is the sum of columns 3 to 6») with every place where it can be tested. */
export type Operator = 'sum' | 'average' | 'division' | 'relative-change';

/** Why a formula is believed or was tried: shown to the accountant as witnesses. */
export type Witness = 'arithmetic' | 'label' | 'code' | 'indent' | 'numbering' | 'of-which' | 'header-class' | 'formula' | 'siblings';

export interface Formula {
  readonly operator: Operator;
  readonly aggregate: number;
  /** sum, average: any order; division: numerator, denominator; relative-change: base, current. */
  readonly parts: readonly number[];
  /** 100 when a rate is printed as a percentage. */
  readonly factor: 1 | 100;
}

/** What one instance says. */
export const UNTESTED = 0;
export const HOLDS = 1;
export const FAILS = 2;
/** Holds, but would hold for anything: zeros and blanks. */
export const IDLE = 3;

export interface Signature extends Formula {
  readonly direction: 'row' | 'column';
  /** UNTESTED, HOLDS, FAILS or IDLE by instance. */
  readonly status: Uint8Array;
  /** Stated minus computed, scaled like the figures; for rates in units of the stated figure. */
  readonly residual: Float64Array;
  /** The best stretch of instances, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly holds: number;
  readonly fails: number;
  /** Evidence of the stretch, before the price of the search. */
  readonly evidence: number;
  /** Evidence minus price plus priors: what the signatures compete with. */
  readonly bits: number;
  readonly witnesses: readonly Witness[];
}

/** A signature of a formula. All come from here: the search compares thousands, and is slow where objects differ in shape. */
export function signatureOf({ operator, aggregate, parts, factor }: Formula, found: Omit<Signature, keyof Formula>): Signature {
  const { direction, status, residual, from, to, holds, fails, evidence, bits, witnesses } = found;
  return { operator, aggregate, parts, factor, direction, status, residual, from, to, holds, fails, evidence, bits, witnesses };
}

/** The same signature at another worth. */
export function withBits(signature: Signature, bits: number): Signature {
  const { direction, status, residual, from, to, holds, fails, evidence, witnesses } = signature;
  return signatureOf(signature, { direction, status, residual, from, to, holds, fails, evidence, bits, witnesses });
}
