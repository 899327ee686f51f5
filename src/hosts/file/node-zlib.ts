/** Node's own unpacking (解压), several times as fast as any script; a browser has none that answers at once, and there a script does the same. */

/** Undefined outside Node. Asked for while running: a page that bundles this file must not look for it. */
export const nodeZlib = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:zlib');
