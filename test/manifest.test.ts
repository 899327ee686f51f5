/** Excel refuses a faulty manifest with hardly a word; our own validator names the line and the fault, without a network. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tieout-manifest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the validator says about a manifest: its exit code and its lines, without the file's path. */
function validate(xml: string): { code: number | null; faults: readonly string[] } {
  const file = join(folder, 'manifest.xml');
  writeFileSync(file, xml);
  const { status, stderr } = spawnSync(process.execPath, [join(root, '.ci/validate-manifest.mjs'), file], { encoding: 'utf8' });
  return {
    code: status,
    faults: stderr.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(line.indexOf('manifest.xml:') + 13)])),
  };
}

const lineOf = (part: string): number => manifest.slice(0, manifest.indexOf(part)).split('\n').length;

describe('the manifest validator', () => {
  it('takes the manifest of the product', () => {
    expect(validate(manifest)).toEqual({ code: 0, faults: [] });
  });

  it.each([
    ['<Version>0.1.0.0<', '<Version>0.1.0<', 'four parts'],
    ['<SourceLocation resid="Taskpane.Url"', '<SourceLocation resid="Nowhere"', 'has no resource of that id'],
    ['<SourceLocation resid="Taskpane.Url"', '<SourceLocation resid="Icon.16"', 'must be among <bt:Urls>'],
    ['https://localhost:3000/assets/icon-80.png', 'https://localhost:3000/assets/icon-64.png', '64 × 64 pixels; 80 × 80 is wanted'],
    ['https://localhost:3000/assets/icon-16.png', 'https://localhost:3000/assets/gone.png', 'does not exist'],
    ['https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html', 'must begin with https://'],
    ['https://localhost:3000/help.html', 'https://example.org/help.html', 'is not among <AppDomains>'],
    ['id="Open.Label" DefaultValue="打开面板"', `id="Open.Label" DefaultValue="${'勾'.repeat(126)}"`, '126 characters'],
    ['<FunctionName>check</FunctionName>', '<FunctionName>checkAll</FunctionName>', 'no command of that name'],
    ['<FunctionFile resid="Commands.Url" />', '', 'no <FunctionFile>'],
    ['id="Tieout.Clear"', 'id="Tieout.Check"', 'occurs twice'],
    ['<bt:Override Locale="en-US" Value="Open pane" />', '', 'has no <Override Locale="en-US">'],
    ['VersionOverridesV1_0', 'VersionOverridesV1_1', 'VersionOverridesV1_0 only'],
    ['<Permissions>ReadWriteDocument</Permissions>', '', '<Permissions> is missing'],
    ['<bt:Image size="80" resid="Icon.80" />', '', 'needs a picture of size 80'],
    ['<Set Name="ExcelApi" MinVersion="1.14" />', '', 'ExcelApi'],
    ['</OfficeApp>', '', 'unclosed tag'],
  ])('refuses %s → %s: %s', (good, bad, words) => {
    const { code, faults } = validate(manifest.replace(good, bad));
    expect(code).toBe(1);
    expect(faults.join('\n')).toContain(words);
  });

  it('names the line', () => {
    const { faults } = validate(manifest.replace('<Version>0.1.0.0<', '<Version>1<'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${lineOf('<Version>')}: `));
  });

  it('refuses elements in an order that Excel does not know', () => {
    const { faults } = validate(
      manifest.replace(/( *<ProviderName>.*\n)/, '').replace('<DisplayName ', '<ProviderName>x</ProviderName><DisplayName '),
    );
    expect(faults.join('\n')).toContain('must stand before <DefaultLocale>');
  });
});
