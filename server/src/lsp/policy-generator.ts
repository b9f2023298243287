import type { Connection } from 'vscode-languageserver';
import { ACCESS_LEVELS, type Catalogue, type Service } from '../catalogue/catalogue.ts';
import { servicesByUse } from '../catalogue/services-by-use.ts';
import { generatePolicy } from '../service.ts';
import { guarded } from './guard.ts';
import {
  ACTIONS_REQUEST,
  type ActionChoice,
  type ActionsParams,
  type ActionsResult,
  GENERATE_REQUEST,
  type GenerateParams,
  type GenerateResult,
  SERVICES_REQUEST,
  type ServiceChoice,
} from './protocol.ts';

/** Answer the wizard for new policies: what there is to choose from, and the policy that follows. */
export function answerPolicyGenerator(connection: Connection, catalogue: Catalogue): void {
  connection.onRequest(SERVICES_REQUEST, () =>
    guarded<readonly ServiceChoice[]>(connection.console, 'services', [], () =>
      servicesByUse(catalogue).map(toChoice),
    ),
  );
  connection.onRequest(ACTIONS_REQUEST, ({ servicePrefixes }: ActionsParams) =>
    guarded<ActionsResult>(connection.console, 'actions', [], () =>
      servicePrefixes.flatMap((prefix) => actionChoices(catalogue.service(prefix))),
    ),
  );
  connection.onRequest(GENERATE_REQUEST, (params: GenerateParams) =>
    guarded<GenerateResult>(connection.console, 'policy generator', { snippet: '' }, () => ({
      snippet: generatePolicy(params, catalogue),
    })),
  );
}

function toChoice(service: Service): ServiceChoice {
  const counts = ACCESS_LEVELS.map((level) => ({
    level,
    count: service.actionNames().filter((_, index) => service.accessLevelAt(index) === level).length,
  }));
  return {
    prefix: service.prefix,
    name: service.name,
    accessLevels: counts.filter(({ count }) => count > 0),
  };
}

function actionChoices(service: Service | undefined): readonly ActionChoice[] {
  if (!service) return [];
  const choices = service.actionNames().map((name, index) => ({
    servicePrefix: service.prefix,
    name,
    level: service.accessLevelAt(index),
  }));
  return ACCESS_LEVELS.flatMap((level) => choices.filter((choice) => choice.level === level));
}
