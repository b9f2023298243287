import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Compiled, loadCompiler, realSources, type SourceService, type Sources } from './compiler.ts';

/** The whole compiler, fed the real sources after something happened to them. */
async function compileAfter(change: (sources: Sources) => object): Promise<Compiled> {
  const { compileCatalogue, readBaseline } = await loadCompiler();
  const sources = await realSources();
  return compileCatalogue({ ...sources, ...change(sources) }, readBaseline(process.cwd()));
}

function changeServices(sources: Sources, change: (service: SourceService) => SourceService): object {
  return { iamData: { ...sources.iamData, services: sources.iamData.services.map(change) } };
}

describe('the compiler of the catalogue', () => {
  test('refuses what happened in July 2026: all dependent and permission-only actions gone', async () => {
    const { problems, files } = await compileAfter(({ iamData }) => ({ older: iamData }));
    assert.match(problems.join('\n'), /^dependentActions fell from \d{4} to 0\.$/m);
    assert.match(problems.join('\n'), /^permissionOnlyActions fell from \d{4} to 0\.$/m);
    assert.deepEqual(files, {});
  });

  test('refuses a source that lost its resource types', async () => {
    const { problems, files } = await compileAfter((sources) =>
      changeServices(sources, (service) => ({ ...service, resourceTypes: [] })),
    );
    assert.ok(problems.some((problem) => /^resourceTypes fell from \d+ to 0\.$/.test(problem)));
    assert.ok(problems.includes('s3:GetObject names the unknown resource type "object".'));
    assert.deepEqual(files, {});
  });

  test('refuses a new way to write access levels', async () => {
    const { problems } = await compileAfter((sources) =>
      changeServices(sources, (service) => ({
        ...service,
        actions: service.actions.map((action) => ({
          ...action,
          accessLevel: action.accessLevel.toUpperCase(),
        })),
      })),
    );
    assert.ok(problems.includes('s3:GetObject has the unknown access level "READ".'));
  });

  test('refuses a source that lost a service whose actions the other still has', async () => {
    const { problems } = await compileAfter(({ iamData }) => ({
      iamData: { ...iamData, services: iamData.services.filter(({ prefix }) => prefix !== 'sqs') },
    }));
    assert.ok(problems.includes('iam-floyd has the action sqs:sendmessage, iam-data does not.'));
  });

  test('takes dependent actions from the newer release as soon as it names some again', async () => {
    const { problems, files } = await compileAfter((sources) =>
      changeServices(sources, (service) =>
        service.prefix === 'sqs'
          ? {
              ...service,
              actions: service.actions.map((action) => ({ ...action, dependentActions: ['kms:Decrypt'] })),
            }
          : service,
      ),
    );
    assert.deepEqual(problems, []);
    assert.match(new TextDecoder().decode(files['catalogue.dat']), /"kms:Decrypt"/);
  });
});
