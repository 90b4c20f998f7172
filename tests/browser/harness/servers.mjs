// Starts real web servers as Debian has them, with the configurations that are handed out (`servers/`),
// each with a folder of its own and without the rights of root.

import { execFileSync, spawn } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { eventually } from './page.mjs';
import { freePort } from './server.mjs';
import { DIST, ROOT } from './suite.mjs';

/** Where the assessment lies in the configurations, and under which path. */
const FOLDER = '/srv/respect-in-practice';
export const PATH = '/assessment/';

/** Nobody's user and group: servers that root starts give its rights away. */
const NOBODY = 65534;
const isRoot = process.getuid() === 0;

/** What each server is told around its configuration, and how it is started. */
const KINDS = {
  nginx: {
    program: 'nginx',
    packages: 'nginx-light libnginx-mod-http-brotli-static',
    needs: ['/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'],
    files: ({ folder, port, tls, shipped }) => ({
      'snippet.conf': shipped('nginx.conf'),
      'main.conf': `
        load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
        daemon off;
        worker_processes 1;
        pid ${folder}/pid;
        error_log ${folder}/faults warn;
        events { worker_connections 256; }
        http {
          log_format asked '$request $status';
          access_log ${folder}/asked asked;
          ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(one => `${one}_temp_path ${folder}/temp;`).join(' ')}
          ${tls ? `ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key};` : ''}
          server {
            listen 127.0.0.1:${port}${tls ? ' ssl http2' : ''};
            root ${folder}/root;
            include ${folder}/snippet.conf;
          }
        }`,
    }),
    started: folder => ['-e', `${folder}/faults`, '-p', folder, '-c', `${folder}/main.conf`],
  },
  apache: {
    program: 'apache2',
    packages: 'apache2',
    needs: [],
    files: ({ folder, port, shipped }) => ({
      'site.conf': shipped('apache.conf'),
      'root/portal/assessment/.htaccess': shipped('apache.conf'),
      // The modules and the types of a new server of Debian, which packs by itself, too.
      'main.conf': `
        ${['mpm_event', 'authz_core', 'alias', 'autoindex', 'deflate', 'dir', 'env', 'filter', 'headers', 'mime', 'negotiation', 'rewrite', 'setenvif'].map(one => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so`).join('\n')}
        Include /etc/apache2/mods-available/mime.conf
        Include /etc/apache2/mods-available/deflate.conf
        ServerRoot ${folder}
        ServerName 127.0.0.1
        Listen 127.0.0.1:${port}
        PidFile ${folder}/pid
        ErrorLog ${folder}/faults
        LogFormat "%r %>s" asked
        CustomLog ${folder}/asked asked
        DefaultRuntimeDir ${folder}/temp
        StartServers 1
        AddDefaultCharset iso-8859-1
        DocumentRoot ${folder}/root
        <Directory ${folder}/root/>
          Options Indexes FollowSymLinks MultiViews
          AllowOverride FileInfo Indexes Options
          Require all granted
        </Directory>
        Alias ${PATH} ${folder}/site/
        RedirectMatch permanent ^/assessment$ ${PATH}
        <Directory ${folder}/site/>
          AllowOverride None
          Require all granted
          Include ${folder}/site.conf
        </Directory>`,
    }),
    started: folder => ['-d', folder, '-f', `${folder}/main.conf`, '-DFOREGROUND'],
  },
  caddy: {
    program: 'caddy',
    packages: 'caddy',
    needs: [],
    files: ({ folder, port, shipped }) => ({
      snippet: shipped('Caddyfile'),
      Caddyfile: `
        {
          admin off
          auto_https off
        }
        http://127.0.0.1:${port} {
          log {
            output file ${folder}/asked
          }
          import ${folder}/snippet
        }`,
    }),
    started: folder => ['run', '--adapter', 'caddyfile', '--config', `${folder}/Caddyfile`],
  },
};

/** The servers that configurations are handed out for and that can be started here. */
export const SERVERS = Object.keys(KINDS);

/**
 * @param kind    one of `SERVERS`
 * @param options change: what its configuration is turned into, as somebody who looks after a site
 *                changes it; tls: over HTTPS, with a certificate of its own making (nginx); from: a folder with
 *                `site` and `servers`, in the place of the build and the configurations of the tree
 */
export async function start(kind, { change = text => text, tls = false, from } = {}) {
  const { program, packages, needs, files, started } = KINDS[kind];
  const path = found(program, needs, packages);
  const folder = mkdtempSync(join(tmpdir(), `respect-in-practice-${kind}-`));
  let child;
  let ended;
  const close = async () => {
    child?.kill('SIGTERM');
    const late = setTimeout(() => child?.kill('SIGKILL'), 3_000);
    await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const read = name => { try { return readFileSync(join(folder, name), 'utf8'); } catch { return ''; } };
  const port = await freePort();
  try {
    for (const name of ['temp', 'root', 'root/portal']) mkdirSync(join(folder, name));
    const built = from ? join(from, 'site') : DIST;
    lay(built, join(folder, 'site'));
    // Apache reads its configuration from a folder as well.
    if (kind === 'apache') lay(built, join(folder, 'root/portal/assessment'));
    const shipped = name => change(readFileSync(join(from ?? ROOT, 'servers', name), 'utf8').replaceAll(FOLDER, `${folder}/site`));
    const told = { folder, port, shipped, tls: tls && certificate(folder) };
    for (const [name, content] of Object.entries(files(told))) writeFileSync(join(folder, name), content);
    give(folder);
    const rights = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: `${folder}/temp`, XDG_CONFIG_HOME: `${folder}/temp` };
    child = spawn(path, started(folder), { ...rights, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let over = false;
    child.stderr.on('data', part => { said += part; });
    ended = new Promise(done => child.on('exit', () => done(over = true)));
    await eventually(() => over || reached(port), `${program} answers`);
    if (over) throw new Error(`${program} does not run: ${said}${read('faults')}`);
  } catch (fault) {
    await close();
    throw fault;
  }
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  return {
    origin,
    address: origin + PATH,
    site: join(folder, 'site'),
    /** What was asked for so far. */
    get hits() {
      return [...read('asked').matchAll(/^(\S+) (\S+) HTTP\S+ (\d+)$/gm)].map(([, method, path, status]) => ({ method, path, status: Number(status) }));
    },
    /** What it complained of. */
    faults: () => read('faults'),
    ask: (path, headers, method) => ask(origin, path, headers, method),
    close,
  };
}

/** One request with a path as it is, which a browser would tidy. */
function ask(origin, path, headers = {}, method = 'GET') {
  const { hostname, port, protocol } = new URL(origin);
  const send = protocol === 'https:' ? overHttps : overHttp;
  return new Promise((done, failed) => {
    const asked = send({ hostname, port, path, headers, method, agent: false, rejectUnauthorized: false }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('error', failed);
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders, body: Buffer.concat(parts) }));
    });
    asked.on('error', failed);
    asked.end();
  });
}

/** The build, and beside it what somebody may have left in its folder. */
function lay(built, site) {
  cpSync(built, site, { recursive: true });
  writeFileSync(join(site, '.left-behind'), 'Nobody is to read this.\n');
  mkdirSync(join(site, 'folder'));
  writeFileSync(join(site, 'folder/file.txt'), 'In a folder.\n');
}

function give(folder) {
  if (!isRoot) return;
  chmodSync(folder, 0o755);
  for (const name of ['', ...readdirSync(folder, { recursive: true })]) chownSync(join(folder, name), NOBODY, NOBODY);
}

function certificate(folder) {
  const [key, made] = ['key.pem', 'certificate.pem'].map(name => join(folder, name));
  const openssl = found('openssl', [], 'openssl');
  execFileSync(openssl, ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', made], { stdio: 'ignore' });
  return { key, certificate: made };
}

function found(program, needs, packages) {
  const is = path => { try { accessSync(path, constants.R_OK); return true; } catch { return false; } };
  // Debian puts servers where only root looks.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  const path = folders.map(folder => join(folder, program)).find(is);
  const missing = [...(path ? [] : [program]), ...needs.filter(need => !is(need))];
  if (missing.length) throw new Error(`${missing.join(', ')} is missing; as root, this brings it: apt-get install --no-install-recommends ${packages}`);
  return path;
}

const reached = port => new Promise(done => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
  socket.on('error', () => done(false));
});
