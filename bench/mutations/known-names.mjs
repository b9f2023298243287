/**
 * What AWS knows by name, so that a typo that makes another valid name is not counted. Without regard to case, as
 * far as IAM reads without regard to case.
 */
export function knownNames(engine) {
  const { catalogue } = engine;
  const elements = [...engine.POLICY_ELEMENTS, ...engine.STATEMENT_ELEMENTS].map(({ name }) => name);
  return {
    catalogue,
    isAction: (text) => engine.expandActionPattern(catalogue, text).length > 0,
    isService: (prefix) => catalogue.service(prefix) !== undefined,
    isConditionKey: (text) => engine.findConditionKey(text, catalogue) !== undefined,
    isOperator: (text) => engine.parseConditionOperator(text) !== undefined,
    isElement: (text) => elements.includes(text),
    isPrincipalType: (text) => engine.principalType(text) !== undefined,
    isServicePrincipal: (text) => engine.SERVICE_PRINCIPALS.includes(text),
    isPartition: (text) => catalogue.partition(text) !== undefined,
    isRegion: (text) => catalogue.partitions.some(({ regions }) => regions.some(({ id }) => id === text)),
    isArnNamespace: (text) => catalogue.isArnNamespace(text),
  };
}
