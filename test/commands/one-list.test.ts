/** One list of commands: what the ribbon's manifest, the keys and the pane say of each is what the list says. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, ribbonCommands } from '../../src/commands/commands.ts';
import { commandFor } from '../../src/commands/shortcuts.ts';

const manifest = readFileSync(resolve(import.meta.dirname, '../../manifest.xml'), 'utf8');
const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

const controls = [...manifest.matchAll(/<Control xsi:type="Button"[\s\S]*?<\/Control>/g)].map(([xml]) => xml);
const resid = (xml: string, element: string): string => new RegExp(`<${element}[^>]* resid="([^"]+)"`).exec(xml)?.[1] ?? '';

/** A text of the manifest in both languages. */
function words(id: string): { readonly 'zh-CN': string | undefined; readonly en: string | undefined } {
  const entry = new RegExp(`<bt:String id="${id}" DefaultValue="([^"]*)">\\s*<bt:Override Locale="en-US" Value="([^"]*)"`).exec(manifest);
  return { 'zh-CN': entry?.[1], en: entry?.[2] };
}

describe('the ribbon', () => {
  const functions = controls.filter((xml) => xml.includes('ExecuteFunction'));

  it('holds the commands of the list, in its order', () => {
    expect(functions.map((xml) => /<FunctionName>([^<]*)</.exec(xml)?.[1])).toEqual(ribbonCommands.map(({ id }) => id));
  });

  it.each(ribbonCommands.map((command, at) => [command.id, command, at] as const))('says of %s what the list says', (_, command, at) => {
    const xml = functions[at] ?? '';
    const { label, tip, icon } = command;
    expect(words(resid(xml, 'Label'))).toEqual(label);
    expect(words(resid(xml, 'Title'))).toEqual(label);
    expect(words(resid(xml, 'Description'))).toEqual(tip);
    const pictures = [...xml.matchAll(/<bt:Image size="(\d+)" resid="([^"]+)"/g)].map(([, size, id]) => [
      size,
      new RegExp(`<bt:Image id="${id ?? ''}" DefaultValue="[^"]*/assets/([^"]*)"`).exec(manifest)?.[1],
    ]);
    expect(pictures).toEqual(['16', '32', '80'].map((size) => [size, `icon-${icon === '' ? '' : `${icon}-`}${size}.png`]));
  });
});

describe('the keys', () => {
  it('stand for one command each', () => {
    const keys = commands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(0);
  });

  it('are heard with their own modifiers only', () => {
    expect(commandFor({ ...NO_MODIFIERS, key: 'F9' })?.id).toBe('check');
    expect(commandFor({ ...NO_MODIFIERS, key: 'F9', shiftKey: true })?.id).toBe('check-and-narrate');
    expect(commandFor({ ...NO_MODIFIERS, key: 'F9', ctrlKey: true })).toBeUndefined();
    expect(commandFor({ ...NO_MODIFIERS, key: 'F8' })).toBeUndefined();
  });
});
