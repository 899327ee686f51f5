/** What a line is called in a sentence (项目名称): without its number, 其中 and 减; and where it says of itself that it is no money: 年末人数（人）. */
import type { Locale } from '../locale.ts';

const ORDER =
  /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]\d{1,2}[)）]|\d{1,2}[、)）]|\d{1,2}[.．](?!\d)|[①-⑩]|[(（]?(?:[ivx]{1,4}|[a-z])[)）.](?=\s))\s*/i;
const LEAD = /^(?:其中|减|加|扣除|of which|including|less|add|plus)\s*[:：]\s*|^其中(?=\p{Script=Han}{2})|^(?:of which|thereof)\s+/iu;
const CODE = /^\d{3,15}(?![\d.,])[\s\u00A0\u3000-]*(?=\p{L})/u;

/** A share, a count, an amount for each piece: never told in the money of the sheet. */
const OWN_UNIT =
  /[(（](?:人|个|户|次|辆|台|套|件|平方米|㎡|亩|吨|公里|%|％|‰|天|小时|units?|pcs|persons?|people|fte|no\.?|number|days|hours|m2|sqm|t|tonnes?|km)[)）]|[人户次期件批辆台个只笔家套]数|人次|批次|数量|面积|每股|单价|人均|\b(?:headcount|employees?|number of|no\. of|units sold|fte|per share|eps|shares outstanding|customers)\b/i;
const RATE = /率(?=$|[(（%％])|[%％‰]|占比|比重|比例$|\b(?:ratio|margin|per cent|percent|percentage|yield|rate)(?=\s*(?:$|[(%]))/i;

/** As printed, in one line. */
export function lineName(label: string): string {
  let name = label.replace(/[\s\u00A0\u3000\u200B\uFEFF]+/g, ' ').trim();
  // 合 计 is set wide for the eye only.
  if (/\p{Script=Han}/u.test(name)) name = name.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  for (let before = ''; before !== name;) {
    before = name;
    name = name
      .replace(/^[-–—•·*※\s]+/, '')
      .replace(ORDER, '')
      .replace(CODE, '')
      .replace(LEAD, '');
  }
  name = name.replace(/[\s:：、，,.。*]+$/u, '');
  return name === '' ? label.trim() : name;
}

export function hasOwnUnit(label: string): boolean {
  return OWN_UNIT.test(label);
}

export function isRateName(label: string): boolean {
  return RATE.test(label);
}

/** The language of the labels is the language of the text. */
export function languageOf(labels: readonly string[]): Locale {
  const chinese = labels.filter((label) => /\p{Script=Han}/u.test(label)).length;
  return chinese * 2 >= labels.length ? 'zh-CN' : 'en';
}
