import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionsForApiName, apiNames } from '../../server/src/iam/api-name.ts';
import { realCatalogue } from '../catalogue/compiler.ts';

describe('actionsForApiName', () => {
  test('gives the action that authorises an operation, without regard to case', () => {
    assert.deepEqual(actionsForApiName('s3', 'ListObjectsV2'), ['s3:ListBucket']);
    assert.deepEqual(actionsForApiName('S3', 'headobject'), ['s3:GetObject']);
    assert.deepEqual(actionsForApiName('lambda', 'Invoke'), ['lambda:InvokeFunction']);
    assert.deepEqual(actionsForApiName('apigateway', 'UpdateStage'), ['apigateway:PATCH']);
  });

  test('gives all actions where one is not enough', () =>
    assert.deepEqual(actionsForApiName('kms', 'ReEncrypt'), ['kms:ReEncryptFrom', 'kms:ReEncryptTo']));

  test('names the service of the action where it is another', () =>
    assert.deepEqual(actionsForApiName('s3', 'CreateSession'), ['s3express:CreateSession']));

  test('is empty for an action, an unknown name and an unknown service', () => {
    assert.deepEqual(actionsForApiName('s3', 'GetObject'), []);
    assert.deepEqual(actionsForApiName('s3', 'constructor'), []);
    assert.deepEqual(actionsForApiName('nope', 'ListObjectsV2'), []);
  });

  test('knows no operation that is an action itself', () =>
    assert.deepEqual(apiNames().filter(isAction), []));

  test('names only actions that exist, of services that exist', () => {
    for (const apiName of apiNames()) {
      const [servicePrefix = '', operation = ''] = apiName.split(':');
      const actions = actionsForApiName(servicePrefix, operation);
      assert.ok(actions.length > 0 && actions.every(isAction), `${apiName} → ${actions}`);
      assert.ok(realCatalogue().service(servicePrefix), servicePrefix);
    }
  });
});

function isAction(fullName: string): boolean {
  const [servicePrefix = '', name = ''] = fullName.split(':');
  return realCatalogue().service(servicePrefix)?.hasAction(name) ?? false;
}
