// Generated from the files of this folder by `npm run generate`.
import { actionCase } from './action/action-case.ts';
import { actionNeedsStarResource } from './action/action-needs-star-resource.ts';
import { actionResourceMismatch } from './action/action-resource-mismatch.ts';
import { actionWildcardCrossesAccessLevels } from './action/action-wildcard-crosses-access-levels.ts';
import { actionWildcardNoMatch } from './action/action-wildcard-no-match.ts';
import { actionWildcardSingleMatch } from './action/action-wildcard-single-match.ts';
import { adminStarStar } from './action/admin-star-star.ts';
import { conditionKeyUnsupportedByAction } from './action/condition-key-unsupported-by-action.ts';
import { conditionKeyUnsupportedByResourceType } from './action/condition-key-unsupported-by-resource-type.ts';
import { denyResourceMismatch } from './action/deny-resource-mismatch.ts';
import { dependentActionMissing } from './action/dependent-action-missing.ts';
import { deprecatedAction } from './action/deprecated-action.ts';
import { emptyAction } from './action/empty-action.ts';
import { keyLimitedToSomeServices } from './action/key-limited-to-some-services.ts';
import { malformedAction } from './action/malformed-action.ts';
import { notactionAllow } from './action/notaction-allow.ts';
import { notactionTypoWidens } from './action/notaction-typo-widens.ts';
import { permissionOnlyAction } from './action/permission-only-action.ts';
import { readWithoutDecryptHint } from './action/read-without-decrypt-hint.ts';
import { redundantAction } from './action/redundant-action.ts';
import { requiredSecondResource } from './action/required-second-resource.ts';
import { serviceStar } from './action/service-star.ts';
import { unknownAction } from './action/unknown-action.ts';
import { unknownServicePrefix } from './action/unknown-service-prefix.ts';
import { unsortedActions } from './action/unsorted-actions.ts';
import { unsupportedActionForResourceType } from './action/unsupported-action-for-resource-type.ts';
import { wildcardInServicePrefix } from './action/wildcard-in-service-prefix.ts';
import { accountIdValue } from './condition/account-id-value.ts';
import { arnOperatorOnNonArnKey } from './condition/arn-operator-on-non-arn-key.ts';
import { arnOperatorTooFewSegments } from './condition/arn-operator-too-few-segments.ts';
import { arnOperatorValueNotArn } from './condition/arn-operator-value-not-arn.ts';
import { arnequalsEqualsArnlike } from './condition/arnequals-equals-arnlike.ts';
import { binaryValue } from './condition/binary-value.ts';
import { boolMultipleValues } from './condition/bool-multiple-values.ts';
import { boolValue } from './condition/bool-value.ts';
import { conditionAlwaysTrueWildcard } from './condition/condition-always-true-wildcard.ts';
import { conditionKeyCaseDuplicate } from './condition/condition-key-case-duplicate.ts';
import { conditionKeyCase } from './condition/condition-key-case.ts';
import { conditionKeyFormat } from './condition/condition-key-format.ts';
import { conditionKeyUnsupportedByAnyAction } from './condition/condition-key-unsupported-by-any-action.ts';
import { conditionNeverTrueWildcard } from './condition/condition-never-true-wildcard.ts';
import { conditionOrMeant } from './condition/condition-or-meant.ts';
import { conditionShape } from './condition/condition-shape.ts';
import { conditionValueUnquoted } from './condition/condition-value-unquoted.ts';
import { conditionValuesMixedTypes } from './condition/condition-values-mixed-types.ts';
import { contradictoryConditions } from './condition/contradictory-conditions.ts';
import { dateConditionExpired } from './condition/date-condition-expired.ts';
import { dateEpoch } from './condition/date-epoch.ts';
import { dateValue } from './condition/date-value.ts';
import { dateWithoutTimezone } from './condition/date-without-timezone.ts';
import { denyCarveOutStar } from './condition/deny-carve-out-star.ts';
import { denyNetworkWithoutServiceExemption } from './condition/deny-network-without-service-exemption.ts';
import { denyPositiveConditionKeyAbsent } from './condition/deny-positive-condition-key-absent.ts';
import { denySourceipBreaksVpce } from './condition/deny-sourceip-breaks-vpce.ts';
import { deprecatedConditionKey } from './condition/deprecated-condition-key.ts';
import { emptyConditionValues } from './condition/empty-condition-values.ts';
import { emptyCondition } from './condition/empty-condition.ts';
import { enumValue } from './condition/enum-value.ts';
import { forallvaluesAllowWithoutNull } from './condition/forallvalues-allow-without-null.ts';
import { forallvaluesWithIfexists } from './condition/forallvalues-with-ifexists.ts';
import { foranyvalueDenyWithoutNull } from './condition/foranyvalue-deny-without-null.ts';
import { globalKeyWithActionSpecific } from './condition/global-key-with-action-specific.ts';
import { ifexistsAllowSecurityKey } from './condition/ifexists-allow-security-key.ts';
import { ifexistsOnAlwaysPresentKey } from './condition/ifexists-on-always-present-key.ts';
import { ifexistsRedundantOnNegated } from './condition/ifexists-redundant-on-negated.ts';
import { ifexistsUnsupportedKey } from './condition/ifexists-unsupported-key.ts';
import { ipHostBits } from './condition/ip-host-bits.ts';
import { ipMatchesEverything } from './condition/ip-matches-everything.ts';
import { ipValue } from './condition/ip-value.ts';
import { irrelevantKeyForResourcePolicy } from './condition/irrelevant-key-for-resource-policy.ts';
import { keyAbsentInServiceCalls } from './condition/key-absent-in-service-calls.ts';
import { keyNeverPresentForPolicyType } from './condition/key-never-present-for-policy-type.ts';
import { kmsKeyValue } from './condition/kms-key-value.ts';
import { likeWithoutWildcard } from './condition/like-without-wildcard.ts';
import { mfaBoolFalse } from './condition/mfa-bool-false.ts';
import { mfaBoolifexistsTrueAllow } from './condition/mfa-boolifexists-true-allow.ts';
import { mfaFalseAllow } from './condition/mfa-false-allow.ts';
import { mfaNull } from './condition/mfa-null.ts';
import { missingActionForConditionKey } from './condition/missing-action-for-condition-key.ts';
import { missingPairedKey } from './condition/missing-paired-key.ts';
import { missingTagKey } from './condition/missing-tag-key.ts';
import { multiValuedKeyNeedsQualifier } from './condition/multi-valued-key-needs-qualifier.ts';
import { negatedOperatorInAllow } from './condition/negated-operator-in-allow.ts';
import { nullValue } from './condition/null-value.ts';
import { nullWithIfexists } from './condition/null-with-ifexists.ts';
import { nullWithQualifier } from './condition/null-with-qualifier.ts';
import { numericValue } from './condition/numeric-value.ts';
import { oidcGithubSubOrgWide } from './condition/oidc-github-sub-org-wide.ts';
import { oidcGithubSubWildcard } from './condition/oidc-github-sub-wildcard.ts';
import { oidcKeyProviderMismatch } from './condition/oidc-key-provider-mismatch.ts';
import { operatorCase } from './condition/operator-case.ts';
import { operatorKeyTypeMismatch } from './condition/operator-key-type-mismatch.ts';
import { orgIdValue } from './condition/org-id-value.ts';
import { principalarnSessionArn } from './condition/principalarn-session-arn.ts';
import { redundantConditionValue } from './condition/redundant-condition-value.ts';
import { redundantNumericValues } from './condition/redundant-numeric-values.ts';
import { regionDenyGlobalServices } from './condition/region-deny-global-services.ts';
import { regionValue } from './condition/region-value.ts';
import { samlAudValue } from './condition/saml-aud-value.ts';
import { sensitiveKeyWildcard } from './condition/sensitive-key-wildcard.ts';
import { servicePrincipalInConditionFormat } from './condition/service-principal-in-condition-format.ts';
import { singleValuedKeyWithQualifier } from './condition/single-valued-key-with-qualifier.ts';
import { sourceKeyWithNonServicePrincipal } from './condition/source-key-with-non-service-principal.ts';
import { sourceipPrivateMixed } from './condition/sourceip-private-mixed.ts';
import { sourceipPrivateOnlyNegated } from './condition/sourceip-private-only-negated.ts';
import { sourceipPrivateOnly } from './condition/sourceip-private-only.ts';
import { stringOperatorOnArnKey } from './condition/string-operator-on-arn-key.ts';
import { tagConditionUnsupportedAllowNotaction } from './condition/tag-condition-unsupported-allow-notaction.ts';
import { tagConditionUnsupportedAllow } from './condition/tag-condition-unsupported-allow.ts';
import { tagConditionUnsupportedDenyNotaction } from './condition/tag-condition-unsupported-deny-notaction.ts';
import { tagConditionUnsupportedDeny } from './condition/tag-condition-unsupported-deny.ts';
import { unknownConditionKeyService } from './condition/unknown-condition-key-service.ts';
import { unknownConditionOperator } from './condition/unknown-condition-operator.ts';
import { unknownGlobalConditionKey } from './condition/unknown-global-condition-key.ts';
import { unknownProviderClaim } from './condition/unknown-provider-claim.ts';
import { unknownServiceConditionKey } from './condition/unknown-service-condition-key.ts';
import { untrustworthyKey } from './condition/untrustworthy-key.ts';
import { useridPattern } from './condition/userid-pattern.ts';
import { vpcIdValue } from './condition/vpc-id-value.ts';
import { vpceIdValue } from './condition/vpce-id-value.ts';
import { wildcardShortPrefix } from './condition/wildcard-short-prefix.ts';
import { wildcardWithoutLike } from './condition/wildcard-without-like.ts';
import { accessKeyId } from './document/access-key-id.ts';
import { denyWithoutAllow } from './document/deny-without-allow.ts';
import { duplicateJsonKey } from './document/duplicate-json-key.ts';
import { elementType } from './document/element-type.ts';
import { illegalCharacter } from './document/illegal-character.ts';
import { invalidVersion } from './document/invalid-version.ts';
import { jsonSyntax } from './document/json-syntax.ts';
import { missingStatement } from './document/missing-statement.ts';
import { missingVersion } from './document/missing-version.ts';
import { oldVersion } from './document/old-version.ts';
import { policyComplexity } from './document/policy-complexity.ts';
import { policySizeManaged } from './document/policy-size-managed.ts';
import { policySizeRcp } from './document/policy-size-rcp.ts';
import { policySizeResource } from './document/policy-size-resource.ts';
import { policySizeScp } from './document/policy-size-scp.ts';
import { policySizeSession } from './document/policy-size-session.ts';
import { policySizeTrust } from './document/policy-size-trust.ts';
import { singleElementArray } from './document/single-element-array.ts';
import { suppressionWithoutReason } from './document/suppression-without-reason.ts';
import { unknownPolicyElement } from './document/unknown-policy-element.ts';
import { unusedSuppression } from './document/unused-suppression.ts';
import { variableOldVersion } from './document/variable-old-version.ts';
import { versionNotFirst } from './document/version-not-first.ts';
import { accountRootMeansAccount } from './principal/account-root-means-account.ts';
import { canonicalUserOutsideS3 } from './principal/canonical-user-outside-s3.ts';
import { emptyPrincipal } from './principal/empty-principal.ts';
import { federatedPrincipalOutsideTrust } from './principal/federated-principal-outside-trust.ts';
import { notprincipalAllow } from './principal/notprincipal-allow.ts';
import { notprincipalDeny } from './principal/notprincipal-deny.ts';
import { oidcGithubSubMissing } from './principal/oidc-github-sub-missing.ts';
import { principalAwsValue } from './principal/principal-aws-value.ts';
import { principalConfiguredList } from './principal/principal-configured-list.ts';
import { principalKey } from './principal/principal-key.ts';
import { principalPartialWildcard } from './principal/principal-partial-wildcard.ts';
import { principalShape } from './principal/principal-shape.ts';
import { principalUniqueId } from './principal/principal-unique-id.ts';
import { publicPrincipal } from './principal/public-principal.ts';
import { redundantPrincipal } from './principal/redundant-principal.ts';
import { redundantSessionPrincipal } from './principal/redundant-session-principal.ts';
import { trustAnyAwsPrincipal } from './principal/trust-any-aws-principal.ts';
import { unexpectedPrincipal } from './principal/unexpected-principal.ts';
import { unknownServicePrincipal } from './principal/unknown-service-principal.ts';
import { arnAccountNotAllowed } from './resource/arn-account-not-allowed.ts';
import { arnMissingAccount } from './resource/arn-missing-account.ts';
import { arnMissingField } from './resource/arn-missing-field.ts';
import { arnMissingRegion } from './resource/arn-missing-region.ts';
import { arnPartitionMixed } from './resource/arn-partition-mixed.ts';
import { arnPrefix } from './resource/arn-prefix.ts';
import { arnRegionNotAllowed } from './resource/arn-region-not-allowed.ts';
import { arnResourceFormat } from './resource/arn-resource-format.ts';
import { arnTooLong } from './resource/arn-too-long.ts';
import { arnWildcardAccount } from './resource/arn-wildcard-account.ts';
import { arnWildcardCrossesSegments } from './resource/arn-wildcard-crosses-segments.ts';
import { arnWildcardRegion } from './resource/arn-wildcard-region.ts';
import { emptyResource } from './resource/empty-resource.ts';
import { hardCodedPartition } from './resource/hard-coded-partition.ts';
import { hardCodedRegionAccount } from './resource/hard-coded-region-account.ts';
import { kmsAliasAsResource } from './resource/kms-alias-as-resource.ts';
import { logGroupArnSuffix } from './resource/log-group-arn-suffix.ts';
import { notresourceAllow } from './resource/notresource-allow.ts';
import { passroleStarResource } from './resource/passrole-star-resource.ts';
import { redundantResource } from './resource/redundant-resource.ts';
import { resourcePlaceholderBucket } from './resource/resource-placeholder-bucket.ts';
import { resourceStar } from './resource/resource-star.ts';
import { resourceUnusedByActions } from './resource/resource-unused-by-actions.ts';
import { s3BucketObjectPair } from './resource/s3-bucket-object-pair.ts';
import { unsupportedResourceForCarrier } from './resource/unsupported-resource-for-carrier.ts';
import { allowShadowedByDeny } from './statement/allow-shadowed-by-deny.ts';
import { arnInvalidAccount } from './statement/arn-invalid-account.ts';
import { arnInvalidRegion } from './statement/arn-invalid-region.ts';
import { arnPartition } from './statement/arn-partition.ts';
import { arnServiceCase } from './statement/arn-service-case.ts';
import { arnUnknownService } from './statement/arn-unknown-service.ts';
import { duplicateSidResourcePolicy } from './statement/duplicate-sid-resource-policy.ts';
import { duplicateSid } from './statement/duplicate-sid.ts';
import { duplicateStatement } from './statement/duplicate-statement.ts';
import { elementOrder } from './statement/element-order.ts';
import { elementPairConflict } from './statement/element-pair-conflict.ts';
import { emptySid } from './statement/empty-sid.ts';
import { invalidEffect } from './statement/invalid-effect.ts';
import { invalidSid } from './statement/invalid-sid.ts';
import { invisibleWhitespace } from './statement/invisible-whitespace.ts';
import { mergeableStatements } from './statement/mergeable-statements.ts';
import { missingAction } from './statement/missing-action.ts';
import { missingEffect } from './statement/missing-effect.ts';
import { missingPrincipal } from './statement/missing-principal.ts';
import { missingResource } from './statement/missing-resource.ts';
import { missingSid } from './statement/missing-sid.ts';
import { notUsedNotaction } from './statement/not-used-notaction.ts';
import { statementSubsumed } from './statement/statement-subsumed.ts';
import { unknownStatementElement } from './statement/unknown-statement-element.ts';
import { variableAbsentForPrincipal } from './statement/variable-absent-for-principal.ts';
import { variableDefaultQuotes } from './statement/variable-default-quotes.ts';
import { variableEmpty } from './statement/variable-empty.ts';
import { variableInArnAccount } from './statement/variable-in-arn-account.ts';
import { variableInWrongElement } from './statement/variable-in-wrong-element.ts';
import { variableMultivalued } from './statement/variable-multivalued.ts';
import { variableSpace } from './statement/variable-space.ts';
import { variableUnclosed } from './statement/variable-unclosed.ts';
import { variableUnknown } from './statement/variable-unknown.ts';
import { variableWildcardInjection } from './statement/variable-wildcard-injection.ts';
import { variableWithWrongOperator } from './statement/variable-with-wrong-operator.ts';
import type { Rule } from './rule.ts';

/** By folder: what the rules speak about. */
export const RULES_BY_FOLDER = {
  action: [
    actionCase,
    actionNeedsStarResource,
    actionResourceMismatch,
    actionWildcardCrossesAccessLevels,
    actionWildcardNoMatch,
    actionWildcardSingleMatch,
    adminStarStar,
    conditionKeyUnsupportedByAction,
    conditionKeyUnsupportedByResourceType,
    denyResourceMismatch,
    dependentActionMissing,
    deprecatedAction,
    emptyAction,
    keyLimitedToSomeServices,
    malformedAction,
    notactionAllow,
    notactionTypoWidens,
    permissionOnlyAction,
    readWithoutDecryptHint,
    redundantAction,
    requiredSecondResource,
    serviceStar,
    unknownAction,
    unknownServicePrefix,
    unsortedActions,
    unsupportedActionForResourceType,
    wildcardInServicePrefix,
  ],
  condition: [
    accountIdValue,
    arnOperatorOnNonArnKey,
    arnOperatorTooFewSegments,
    arnOperatorValueNotArn,
    arnequalsEqualsArnlike,
    binaryValue,
    boolMultipleValues,
    boolValue,
    conditionAlwaysTrueWildcard,
    conditionKeyCaseDuplicate,
    conditionKeyCase,
    conditionKeyFormat,
    conditionKeyUnsupportedByAnyAction,
    conditionNeverTrueWildcard,
    conditionOrMeant,
    conditionShape,
    conditionValueUnquoted,
    conditionValuesMixedTypes,
    contradictoryConditions,
    dateConditionExpired,
    dateEpoch,
    dateValue,
    dateWithoutTimezone,
    denyCarveOutStar,
    denyNetworkWithoutServiceExemption,
    denyPositiveConditionKeyAbsent,
    denySourceipBreaksVpce,
    deprecatedConditionKey,
    emptyConditionValues,
    emptyCondition,
    enumValue,
    forallvaluesAllowWithoutNull,
    forallvaluesWithIfexists,
    foranyvalueDenyWithoutNull,
    globalKeyWithActionSpecific,
    ifexistsAllowSecurityKey,
    ifexistsOnAlwaysPresentKey,
    ifexistsRedundantOnNegated,
    ifexistsUnsupportedKey,
    ipHostBits,
    ipMatchesEverything,
    ipValue,
    irrelevantKeyForResourcePolicy,
    keyAbsentInServiceCalls,
    keyNeverPresentForPolicyType,
    kmsKeyValue,
    likeWithoutWildcard,
    mfaBoolFalse,
    mfaBoolifexistsTrueAllow,
    mfaFalseAllow,
    mfaNull,
    missingActionForConditionKey,
    missingPairedKey,
    missingTagKey,
    multiValuedKeyNeedsQualifier,
    negatedOperatorInAllow,
    nullValue,
    nullWithIfexists,
    nullWithQualifier,
    numericValue,
    oidcGithubSubOrgWide,
    oidcGithubSubWildcard,
    oidcKeyProviderMismatch,
    operatorCase,
    operatorKeyTypeMismatch,
    orgIdValue,
    principalarnSessionArn,
    redundantConditionValue,
    redundantNumericValues,
    regionDenyGlobalServices,
    regionValue,
    samlAudValue,
    sensitiveKeyWildcard,
    servicePrincipalInConditionFormat,
    singleValuedKeyWithQualifier,
    sourceKeyWithNonServicePrincipal,
    sourceipPrivateMixed,
    sourceipPrivateOnlyNegated,
    sourceipPrivateOnly,
    stringOperatorOnArnKey,
    tagConditionUnsupportedAllowNotaction,
    tagConditionUnsupportedAllow,
    tagConditionUnsupportedDenyNotaction,
    tagConditionUnsupportedDeny,
    unknownConditionKeyService,
    unknownConditionOperator,
    unknownGlobalConditionKey,
    unknownProviderClaim,
    unknownServiceConditionKey,
    untrustworthyKey,
    useridPattern,
    vpcIdValue,
    vpceIdValue,
    wildcardShortPrefix,
    wildcardWithoutLike,
  ],
  document: [
    accessKeyId,
    denyWithoutAllow,
    duplicateJsonKey,
    elementType,
    illegalCharacter,
    invalidVersion,
    jsonSyntax,
    missingStatement,
    missingVersion,
    oldVersion,
    policyComplexity,
    policySizeManaged,
    policySizeRcp,
    policySizeResource,
    policySizeScp,
    policySizeSession,
    policySizeTrust,
    singleElementArray,
    suppressionWithoutReason,
    unknownPolicyElement,
    unusedSuppression,
    variableOldVersion,
    versionNotFirst,
  ],
  principal: [
    accountRootMeansAccount,
    canonicalUserOutsideS3,
    emptyPrincipal,
    federatedPrincipalOutsideTrust,
    notprincipalAllow,
    notprincipalDeny,
    oidcGithubSubMissing,
    principalAwsValue,
    principalConfiguredList,
    principalKey,
    principalPartialWildcard,
    principalShape,
    principalUniqueId,
    publicPrincipal,
    redundantPrincipal,
    redundantSessionPrincipal,
    trustAnyAwsPrincipal,
    unexpectedPrincipal,
    unknownServicePrincipal,
  ],
  resource: [
    arnAccountNotAllowed,
    arnMissingAccount,
    arnMissingField,
    arnMissingRegion,
    arnPartitionMixed,
    arnPrefix,
    arnRegionNotAllowed,
    arnResourceFormat,
    arnTooLong,
    arnWildcardAccount,
    arnWildcardCrossesSegments,
    arnWildcardRegion,
    emptyResource,
    hardCodedPartition,
    hardCodedRegionAccount,
    kmsAliasAsResource,
    logGroupArnSuffix,
    notresourceAllow,
    passroleStarResource,
    redundantResource,
    resourcePlaceholderBucket,
    resourceStar,
    resourceUnusedByActions,
    s3BucketObjectPair,
    unsupportedResourceForCarrier,
  ],
  statement: [
    allowShadowedByDeny,
    arnInvalidAccount,
    arnInvalidRegion,
    arnPartition,
    arnServiceCase,
    arnUnknownService,
    duplicateSidResourcePolicy,
    duplicateSid,
    duplicateStatement,
    elementOrder,
    elementPairConflict,
    emptySid,
    invalidEffect,
    invalidSid,
    invisibleWhitespace,
    mergeableStatements,
    missingAction,
    missingEffect,
    missingPrincipal,
    missingResource,
    missingSid,
    notUsedNotaction,
    statementSubsumed,
    unknownStatementElement,
    variableAbsentForPrincipal,
    variableDefaultQuotes,
    variableEmpty,
    variableInArnAccount,
    variableInWrongElement,
    variableMultivalued,
    variableSpace,
    variableUnclosed,
    variableUnknown,
    variableWildcardInjection,
    variableWithWrongOperator,
  ],
} satisfies Readonly<Record<string, readonly Rule[]>>;

export const RULES: readonly Rule[] = Object.values(RULES_BY_FOLDER).flat();
