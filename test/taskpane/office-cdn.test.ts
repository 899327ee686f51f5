/** The builds that take office.js from Microsoft's addresses, public and Chinese (21Vianet): the pane works under their own content security policy. */
import { describe, expect, it } from 'vitest';
import { type OpenedPane, openPane, paneBrowser, type PaneOptions } from './open-pane.ts';

const FAULTY = 'assets/samples/changji-2023-faulty.xlsx';
const BUILDS = [
  ['cdn', 'https://appsforoffice.microsoft.com'],
  ['21vianet', 'https://appsforoffice.cdn.partner.office365.cn'],
] as const;

const browser = paneBrowser('cdn', '21vianet');

const open = (options: PaneOptions): Promise<OpenedPane> => openPane(browser(), FAULTY, options);

describe.each(BUILDS)('the build for %s', (officeFrom, origin) => {
  it('checks and writes, and asks nobody else for anything', { timeout: 300_000 }, async () => {
    const { page, foreign, complaints } = await open({ officeFrom });
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).toContain(`script-src 'self' ${origin};`);
    expect(policy).toContain("connect-src 'none'");
    await page.getByRole('button', { name: '检查并生成' }).click({ timeout: 30_000 });
    await page.locator('[data-part=notice]').waitFor({ timeout: 30_000 });
    expect(await page.evaluate(() => window.excelUser.sheets())).toEqual(expect.arrayContaining(['勾稽检查', '决算公开说明']));
    // The policy is in force: a script from anywhere else is refused by the browser itself.
    const refused = await page.evaluate(
      () =>
        new Promise<string>((tell) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => tell(effectiveDirective));
          document.head.append(Object.assign(document.createElement('script'), { src: 'https://example.org/x.js' }));
        }),
    );
    expect(refused).toBe('script-src-elem');
    expect(complaints.filter((text) => !text.includes('example.org'))).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('loads office.js as Microsoft ships it, with all that it loads in its turn', { timeout: 300_000 }, async () => {
    const { page, foreign, complaints } = await open({ officeFrom, office: 'as-shipped' });
    await page.waitForFunction(() => 'Excel' in window, undefined, { timeout: 30_000 });
    expect(complaints.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('says after a while that office.js does not answer, and what to do', { timeout: 300_000 }, async () => {
    const { page } = await open({ officeFrom, office: 'silent', stoppedClock: true });
    const said = page.getByRole('alert');
    await page.clock.fastForward(14_000);
    expect(await said.count()).toBe(0);
    await page.clock.fastForward(1_000);
    await said.waitFor();
    expect(await said.innerText()).toContain(origin);
    await page.getByRole('button', { name: /再试一次|Try again/ }).waitFor();
    expect(await page.getByRole('link', { name: '帮助' }).getAttribute('href')).toBe('help.html');
    await page.context().close();
  });
});
