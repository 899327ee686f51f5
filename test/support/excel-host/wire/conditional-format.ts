/** `conditionalFormats`: rules on top of one another, ids, and the loads that fail on mixed or damaged rules. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import { type HostRule, type HostSheet, meets } from '../model/sheet.ts';
import { type HostContext, needsSet } from './context.ts';
import { accessDenied, hostGap, HostError, invalidArgument, itemNotFound } from './protocol.ts';
import { rangeAreas } from './range.ts';
import { integer, nullObject, text, type WireClass, wired, type WireObject } from './wire-class.ts';

interface RuleTarget {
  readonly host: HostContext;
  readonly sheet: HostSheet;
  readonly rule: HostRule;
}

interface RulesTarget {
  readonly host: HostContext;
  readonly sheet: HostSheet;
  readonly areas: readonly Area[];
}

function readable({ rule }: RuleTarget, member: string): HostRule {
  if (rule.unreadable === true)
    throw new HostError('GeneralException', 'There was an internal error while processing the request.', member, 500);
  return rule;
}

function changeable({ sheet, rule }: RuleTarget, member: string): HostRule {
  if (sheet.isProtected) throw accessDenied(member);
  return rule;
}

const formulaRule: WireClass<RuleTarget> = {
  name: 'ConditionalFormatRule',
  scalars: {
    Formula: {
      get: (target) => readable(target, 'ConditionalFormatRule.formula').formula,
      set(target, formula) {
        if (typeof formula !== 'string' || formula === '') throw invalidArgument('ConditionalFormatRule.formula');
        // Excel shifts relative references to the corner of the area (office-js issue 5194); which way is not modelled.
        const bare = formula.replace(/"(?:[^"]|"")*"/g, '').replace(/\$[A-Z]{1,3}\$\d+\b/g, '');
        if (/\$?\b[A-Z]{1,3}\$?\d+\b/i.test(bare)) throw hostGap('relative references in the formula of a conditional format');
        changeable(target, 'ConditionalFormatRule.formula').formula = formula;
      },
    },
  },
};

const fill: WireClass<RuleTarget> = {
  name: 'ConditionalRangeFill',
  scalars: {
    Color: {
      get: (target) => readable(target, 'ConditionalRangeFill.color').fill,
      set(target, color) {
        if (typeof color !== 'string' || !/^#[0-9A-F]{6}$/i.test(color)) throw invalidArgument('ConditionalRangeFill.color');
        changeable(target, 'ConditionalRangeFill.color').fill = color.toUpperCase();
      },
    },
  },
};

const custom: WireClass<RuleTarget> = {
  name: 'CustomConditionalFormat',
  links: {
    Rule: (target) => wired(formulaRule, target),
    Format: (target) => wired({ name: 'ConditionalRangeFormat', links: { Fill: () => wired(fill, target) } }, target),
  },
};

const conditionalFormat: WireClass<RuleTarget> = {
  name: 'ConditionalFormat',
  id: ({ rule }) => rule.id,
  scalars: {
    Id: { get: ({ rule }) => rule.id },
    Type: { get: ({ rule }) => rule.type },
    Priority: { get: ({ sheet, rule }) => sheet.rules.indexOf(rule) },
    StopIfTrue: {
      get: (target) => readable(target, 'ConditionalFormat.stopIfTrue').stopIfTrue,
      set(target, value) {
        changeable(target, 'ConditionalFormat.stopIfTrue').stopIfTrue = value === true;
      },
    },
  },
  links: {
    // Loading `custom` of a rule of another type fails the whole batch (office-js issue 2180).
    Custom(target) {
      if (target.rule.type !== 'Custom')
        throw new HostError('InvalidOperation', 'The requested operation is invalid.', 'ConditionalFormat.custom');
      return wired(custom, target);
    },
  },
  methods: {
    Delete(target) {
      const rule = changeable(target, 'ConditionalFormat.delete');
      target.sheet.rules = target.sheet.rules.filter((other) => other !== rule);
    },
    GetRanges: ({ host, sheet, rule }) => rangeAreas(host, sheet, rule.areas),
  },
};

const conditionalFormats: WireClass<RulesTarget> = {
  name: 'ConditionalFormatCollection',
  items: (target) => rulesIn(target).map((rule) => wired(conditionalFormat, { ...target, rule })),
  item(target, args) {
    const id = text(args, 0, 'ConditionalFormatCollection.getItem');
    const rule = rulesIn(target).find((found) => found.id === id);
    if (rule === undefined) throw itemNotFound('ConditionalFormatCollection.getItem');
    return wired(conditionalFormat, { ...target, rule });
  },
  methods: {
    Add(target, args) {
      const type = text(args, 0, 'ConditionalFormatCollection.add');
      if (type !== 'Custom') throw invalidArgument(`ConditionalFormatCollection.add (this host adds custom rules only, not ${type})`);
      if (target.sheet.isProtected) throw accessDenied('ConditionalFormatCollection.add');
      const id = `{CF-${target.host.book.nextId++}}`;
      const rule: HostRule = { id, type, areas: target.areas, formula: '', fill: '', stopIfTrue: false };
      target.sheet.rules = [rule, ...target.sheet.rules];
      return wired(conditionalFormat, { ...target, rule });
    },
    GetItemOrNullObject(target, args) {
      needsSet(target.host, '1.14', 'ConditionalFormatCollection.getItemOrNullObject');
      const id = text(args, 0, 'ConditionalFormatCollection.getItemOrNullObject');
      const rule = rulesIn(target).find((found) => found.id === id);
      return rule === undefined ? nullObject : wired(conditionalFormat, { ...target, rule });
    },
    GetCount: (target) => rulesIn(target).length,
    GetItemAt(target, args) {
      const rule = rulesIn(target)[integer(args, 0, 'ConditionalFormatCollection.getItemAt')];
      if (rule === undefined) throw itemNotFound('ConditionalFormatCollection.getItemAt');
      return wired(conditionalFormat, { ...target, rule });
    },
  },
};

function rulesIn({ sheet, areas }: RulesTarget): readonly HostRule[] {
  return sheet.rules.filter((rule) => rule.areas.some((area) => areas.some((other) => meets(area, other))));
}

export function conditionalFormatsOf(host: HostContext, sheet: HostSheet, areas: readonly Area[]): WireObject {
  needsSet(host, areas.length > 1 ? '1.9' : '1.6', 'Range.conditionalFormats');
  return wired(conditionalFormats, { host, sheet, areas });
}
