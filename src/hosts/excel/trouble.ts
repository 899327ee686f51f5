/** What can go wrong in Excel (故障), by what the user can do about it; the pane has one sentence for each kind. */

export type TroubleKind =
  /** The user is typing into a cell: Enter or Esc ends it. */
  | 'cell-edit'
  /** The sheet or the workbook is protected, or read-only. */
  | 'protected'
  /** More than Excel takes at once; reading gets round it by itself. */
  | 'too-large'
  /** The sheet or cell is no longer there. */
  | 'gone'
  /** Another workbook's window is in front. */
  | 'other-workbook'
  /** Excel or its server is busy; trying again helps. */
  | 'busy'
  /** This Excel is too old. */
  | 'too-old'
  | 'cancelled'
  | 'unexpected';

export class ExcelTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    /** Excel's own code, for reports. */
    readonly code: string,
    /** Member of the API; never holds the user's data. */
    readonly location: string = '',
    options?: ErrorOptions,
  ) {
    super(location === '' ? code : `${code} (${location})`, options);
    this.name = 'ExcelTrouble';
  }
}

const KINDS: Readonly<Record<string, TroubleKind>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  MemoryLimitReached: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  InvalidSelection: 'other-workbook',
  InactiveWorkbook: 'other-workbook',
  ActivityLimitReached: 'busy',
  RequestAborted: 'busy',
  ServiceNotAvailable: 'busy',
  Conflict: 'busy',
  TooManyRequests: 'busy',
  GeneralException: 'busy',
  ApiNotFound: 'too-old',
  ApiNotAvailable: 'too-old',
  NotImplemented: 'too-old',
  UnsupportedOperation: 'too-old',
};

/** Any error as a trouble; one of our own mistakes comes out as `unexpected`. */
export function troubleOf(error: unknown): ExcelTrouble {
  if (error instanceof ExcelTrouble) return error;
  if (!(error instanceof OfficeExtension.Error))
    return new ExcelTrouble('unexpected', error instanceof Error ? error.message : String(error), '', { cause: error });
  const location = error.debugInfo?.errorLocation ?? '';
  // One page of the documentation names the cell-edit error so; with a location it is about the member, not about the whole batch.
  const refusedWhole = error.code === 'InvalidOperation' && location === '';
  return new ExcelTrouble(refusedWhole ? 'cell-edit' : (KINDS[error.code] ?? 'unexpected'), error.code, location, { cause: error });
}
