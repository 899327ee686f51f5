/** The two languages of the product (语言): every text a user sees exists in both. */
export type Locale = 'zh-CN' | 'en';

export interface LocalText {
  readonly 'zh-CN': string;
  readonly en: string;
}
