/** The sentences of the developer's page (实测记录页的文字). */
export const RECORDER_WORDS = {
  title: '勾稽 Tieout · 实测记录 / Recorder',
  intro: {
    'zh-CN': '在示例工作簿的副本上操作：记录中含有工作簿的全部内容。先点“自动步骤”，再逐条手工操作，最后保存记录。',
    en: 'Work on a copy of the sample: the recording holds all that is in the workbook. Press «Automatic steps», then go through the rest by hand, and save the recording at the end.',
  },
  runAll: { 'zh-CN': '自动步骤', en: 'Automatic steps' },
  run: { 'zh-CN': '执行', en: 'Run' },
  saw: { 'zh-CN': '看到什么', en: 'What you saw' },
  save: { 'zh-CN': '保存记录', en: 'Save the recording' },
  counts: {
    'zh-CN': (exchanges: number, events: number): string => `通信 ${exchanges} 次，事件 ${events} 条`,
    en: (exchanges: number, events: number): string => `${exchanges} round trips, ${events} events`,
  },
} as const;
