/** Just enough of a page for office.js to load where there is none: in Node, and in a thread of a browser. */

export function definePage(): void {
  const nothing = (): null => null;
  const page: Record<string, unknown> = {
    window: globalThis,
    location: { href: 'https://localhost/', search: '', hash: '', host: 'localhost', hostname: 'localhost', protocol: 'https:' },
    document: {
      URL: 'https://localhost/',
      referrer: '',
      cookie: '',
      readyState: 'complete',
      documentElement: {},
      addEventListener: nothing,
      getElementById: nothing,
      getElementsByTagName: () => [],
      createElement: () => ({ style: {}, setAttribute: nothing }),
    },
    navigator: { userAgent: 'Node', language: 'zh-CN' },
  };
  for (const [name, value] of Object.entries(page)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}
