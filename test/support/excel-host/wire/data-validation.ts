/** `range.dataValidation` (ExcelApi 1.8): one rule for a range, replaced by the next, gone with `clear()`. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import type { HostInputRule, HostSheet } from '../model/sheet.ts';
import type { HostContext } from './context.ts';
import { needsSet } from './context.ts';
import { accessDenied, invalidArgument, type Json } from './protocol.ts';
import { type Scalar, type WireClass, wired, type WireObject } from './wire-class.ts';

interface Target {
  readonly sheet: HostSheet;
  readonly area: Area;
}

const LONGEST_LIST = 255;

function ruleOf({ sheet, area }: Target): HostInputRule {
  const known = sheet.inputRules.find((rule) => JSON.stringify(rule.area) === JSON.stringify(area));
  if (known !== undefined) return known;
  const added: HostInputRule = { area, rule: {}, errorAlert: {}, prompt: {} };
  sheet.inputRules.push(added);
  return added;
}

function part(name: 'rule' | 'errorAlert' | 'prompt'): Scalar<Target> {
  return {
    get: (target) => ruleOf(target)[name],
    set(target, value) {
      if (target.sheet.isProtected) throw accessDenied(`DataValidation.${name}`);
      if (name === 'rule') refuseUnsound(value);
      ruleOf(target)[name] = value;
    },
  };
}

function refuseUnsound(value: Json): void {
  const { list, custom } = value as { readonly list?: { readonly source?: Json }; readonly custom?: { readonly formula?: Json } };
  const source = list?.source;
  const isList = typeof source === 'string' && source !== '' && source.length <= LONGEST_LIST;
  const isFormula = typeof custom?.formula === 'string' && custom.formula.startsWith('=') && custom.formula.length <= LONGEST_LIST;
  if (isList === isFormula) throw invalidArgument('DataValidation.rule');
}

const dataValidation: WireClass<Target> = {
  name: 'DataValidation',
  scalars: { Rule: part('rule'), ErrorAlert: part('errorAlert'), Prompt: part('prompt') },
  methods: {
    Clear({ sheet, area }) {
      if (sheet.isProtected) throw accessDenied('DataValidation.clear');
      const isInside = (rule: HostInputRule): boolean =>
        rule.area.top >= area.top && rule.area.bottom <= area.bottom && rule.area.left >= area.left && rule.area.right <= area.right;
      sheet.inputRules = sheet.inputRules.filter((rule) => !isInside(rule));
    },
  },
};

export function dataValidationOf(host: HostContext, sheet: HostSheet, area: Area): WireObject {
  needsSet(host, '1.8', 'Range.dataValidation');
  return wired(dataValidation, { sheet, area });
}
