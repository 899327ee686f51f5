/** The theme of Office (主题): light, dark, or the high contrast of the system, and its changes. */

export type ThemeName = 'light' | 'dark' | 'high-contrast';

export function followTheme(tell: (theme: ThemeName) => void): void {
  const contrast = matchMedia('(forced-colors: active)');
  let before: ThemeName | undefined;
  const look = (): void => {
    const theme = contrast.matches ? 'high-contrast' : isDark(Office.context.officeTheme?.bodyBackgroundColor) ? 'dark' : 'light';
    if (theme !== before) tell(theme);
    before = theme;
  };
  contrast.addEventListener('change', look);
  look();
}

/** Office names colours as «#RRGGBB»; unknown counts as light. */
function isDark(colour: string | undefined): boolean {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) return false;
  return 0.299 * parseInt(red, 16) + 0.587 * parseInt(green, 16) + 0.114 * parseInt(blue, 16) < 128;
}
