import type { Connection } from 'vscode-languageserver';
import { ACCESS_LEVELS, type Catalogue, type Service } from '../catalogue/catalogue.ts';
import { currentActions } from '../catalogue/current-actions.ts';
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
    guarded<readonly ServiceChoice[]>(connection.console, 'services', [], () => serviceChoices(catalogue)),
  );
  connection.onRequest(ACTIONS_REQUEST, ({ servicePrefixes }: ActionsParams) =>
    guarded<ActionsResult>(connection.console, 'actions', [], () =>
      actionChoices(catalogue, servicePrefixes),
    ),
  );
  connection.onRequest(GENERATE_REQUEST, (params: GenerateParams) =>
    guarded<GenerateResult>(connection.console, 'policy generator', { snippet: '' }, () => ({
      snippet: generatePolicy(params, catalogue),
    })),
  );
}

/** The services, those used most first. */
export function serviceChoices(catalogue: Catalogue): readonly ServiceChoice[] {
  return servicesByUse(catalogue).map(toChoice);
}

/** All actions of these services, by access level. */
export function actionChoices(catalogue: Catalogue, servicePrefixes: readonly string[]): ActionsResult {
  return servicePrefixes.flatMap((prefix) => actionsOf(catalogue.service(prefix)));
}

function toChoice(service: Service): ServiceChoice {
  const counts = ACCESS_LEVELS.map((level) => ({ level, count: currentActions(service, [level]).length }));
  return {
    prefix: service.prefix,
    name: service.name,
    accessLevels: counts.filter(({ count }) => count > 0),
  };
}

function actionsOf(service: Service | undefined): readonly ActionChoice[] {
  if (!service) return [];
  const current = new Set(currentActions(service, ACCESS_LEVELS));
  const choices = service.actionNames().map((name, index) => ({
    servicePrefix: service.prefix,
    name,
    level: service.accessLevelAt(index),
    isDeprecated: !current.has(name),
  }));
  return ACCESS_LEVELS.flatMap((level) => choices.filter((choice) => choice.level === level));
}
