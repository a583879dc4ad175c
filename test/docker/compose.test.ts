// docker-compose.yml and the Dockerfile, read and not run: valid, closed to the outside, in step with the code.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../../cli/paths.ts';
import { CONFIG_ENV, Config } from '../../schemas/config.ts';
import { ELASTICSEARCH_VERSION } from '../elasticsearch/install.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** The parts of the file that are looked at here; its whole shape is dclint's matter. */
const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional(),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      mem_limit: z.string(),
      volumes: z.array(z.string()).default([]),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});
const compose = Compose.parse(parse(read('docker-compose.yml')));
const services = Object.entries(compose.services);

test('docker-compose.yml meets the Compose Specification and the rules of dclint', () => {
  const args = ['node_modules/dclint/bin/dclint.cjs', '--max-warnings', '0', 'docker-compose.yml'];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' });
});

test('every port is published on loopback only', () => {
  expect(services.flatMap(([, { ports }]) => ports)).toEqual([
    '127.0.0.1:9200:9200',
    '127.0.0.1:5601:5601',
    `127.0.0.1:${Config.parse({}).port}:${Config.parse({}).port}`,
  ]);
});

test('no password or key stands in the file', () => {
  const names = services.flatMap(([, { environment }]) => Object.keys(environment));
  expect(names.filter((name) => /pass|secret|key|token/i.test(name))).toEqual([]);
});

test('every service has a health check and a memory limit, and its volumes are declared', () => {
  const unchecked = services.filter(([, service]) => service.healthcheck === undefined);
  expect(unchecked.map(([name]) => name)).toEqual(['pantau']);
  expect(read('Dockerfile')).toContain('HEALTHCHECK');
  const mounted = services.flatMap(([, { volumes }]) =>
    volumes.map((volume) => volume.split(':')[0]),
  );
  expect(new Set(mounted)).toEqual(new Set(Object.keys(compose.volumes)));
});

test('Elasticsearch and Kibana have the version that the tests run against', () => {
  const images = services.flatMap(([, { image }]) => image ?? []);
  expect(images).toEqual([
    `docker.elastic.co/elasticsearch/elasticsearch:${ELASTICSEARCH_VERSION}`,
    `docker.elastic.co/kibana/kibana:${ELASTICSEARCH_VERSION}`,
  ]);
});

test('Pantau is given settings that it knows', () => {
  const known = new Set<unknown>([...Object.values(CONFIG_ENV), 'PANTAU_DATA']);
  const inImage = [...read('Dockerfile').matchAll(/\b(PANTAU_[A-Z_]+)=/g)].map((match) => match[1]);
  const given = Object.keys(compose.services['pantau']?.environment ?? {});
  expect([...given, ...inImage].filter((name) => !known.has(name))).toEqual([]);
});

test('the image has the Node that package.json asks for, and runs as its unprivileged user', () => {
  const Package = z.object({ engines: z.object({ node: z.string() }) });
  const { engines } = Package.parse(JSON.parse(read('package.json')));
  const major = /\d+/.exec(engines.node)?.[0];
  const lines = read('Dockerfile').split('\n');
  expect(lines.find((line) => line.startsWith('FROM'))).toBe(`FROM node:${major}-slim`);
  expect(lines.find((line) => line.startsWith('USER'))).toBe('USER node');
});
