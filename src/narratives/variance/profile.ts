/** 变动说明 (variance notes): about any table that compares two periods, or a budget with what became of it; in the language of its labels. */
import { defineVariance } from '../../core/variance/profile.ts';
import english from './en.liquid';
import chinese from './zh-cn.liquid';

export const variance = defineVariance({
  id: 'variance',
  name: { 'zh-CN': '变动说明：两期对照的普通表格', en: 'Variance notes: any table with two periods' },
  languages: {
    'zh-CN': {
      title: '变动说明',
      sheet: '变动说明',
      template: chinese,
      rateDecimals: 2,
      unitBehindAmounts: true,
      points: '个百分点',
      between: '',
      reasonLabel: (line, current, prior) => `${line}变动的主要原因（${current}与${prior}相比）`,
      fillIn: (label) => `【请填写：${label}】`,
    },
    en: {
      title: 'Variance notes',
      sheet: 'Variance notes',
      template: english,
      rateDecimals: 1,
      unitBehindAmounts: false,
      points: ' percentage points',
      between: ' ',
      reasonLabel: (line, current, prior) => `main reason for the change in ${line} (${current} against ${prior})`,
      fillIn: (label) => `【Please fill in: ${label}】`,
    },
  },
});
