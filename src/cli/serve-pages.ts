/** Serves built pages to this machine only (本机服务): files of one folder, nothing else, on 127.0.0.1; another port when the wished one is taken. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const HOST = '127.0.0.1';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
};

export interface PageServer {
  /** «http://127.0.0.1:4210», with a certificate «https://localhost:3000»: it is made out for that name. */
  readonly origin: string;
  stop(): Promise<void>;
}

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

export async function servePages(folder: string, wishedPort: number, certificate?: Certificate): Promise<PageServer> {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => void answer(folder, request, response);
  const server = certificate === undefined ? createServer(onRequest) : createSecureServer({ ...certificate }, onRequest);
  await listen(server, wishedPort).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listen(server, 0);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wishedPort;
  return {
    origin: certificate === undefined ? `http://${HOST}:${port}` : `https://localhost:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        // A browser keeps its connection open long after the page has come.
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, HOST, () => {
      server.off('error', fail);
      done();
    });
  });
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Only by the address of this machine: a foreign name that leads here (DNS rebinding) gets nothing.
  const isOurs = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '');
  const file = isOurs && request.method === 'GET' ? fileOf(folder, request.url ?? '/') : undefined;
  const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || bytes === undefined) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    .end(bytes);
}

/** Undefined for whatever is not inside the folder. */
function fileOf(folder: string, url: string): string | undefined {
  const root = resolve(folder);
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = resolve(join(root, path === '/' ? 'workbench.html' : path));
  return file.startsWith(root + sep) ? file : undefined;
}
