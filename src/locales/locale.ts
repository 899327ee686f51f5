/** Which language to speak (语言选择), and its sentences. */
import type { Locale } from '../core/locale.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN.ts';

export function messagesFor(locale: Locale): Messages {
  return locale === 'en' ? en : zhCN;
}

/** From a language tag or an environment value such as «en_US.UTF-8»; Chinese unless it says English. */
export function localeFrom(tag: string | undefined): Locale {
  return tag !== undefined && /^en\b|^en[_-]/i.test(tag) ? 'en' : 'zh-CN';
}
