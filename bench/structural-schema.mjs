/** The shape of a policy and nothing more: what a validator for plain JSON does for policies. */
export const STRUCTURAL_SCHEMA = {
  type: 'object',
  required: ['Statement'],
  additionalProperties: false,
  properties: {
    Version: { enum: ['2012-10-17', '2008-10-17'] },
    Id: { type: 'string' },
    Statement: {
      oneOf: [{ $ref: '#/$defs/statement' }, { type: 'array', items: { $ref: '#/$defs/statement' } }],
    },
  },
  $defs: {
    strings: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    principal: {
      oneOf: [{ const: '*' }, { type: 'object', additionalProperties: { $ref: '#/$defs/strings' } }],
    },
    statement: {
      type: 'object',
      required: ['Effect'],
      additionalProperties: false,
      properties: {
        Sid: { type: 'string', pattern: '^[A-Za-z0-9]*$' },
        Effect: { enum: ['Allow', 'Deny'] },
        Principal: { $ref: '#/$defs/principal' },
        NotPrincipal: { $ref: '#/$defs/principal' },
        Action: { $ref: '#/$defs/strings' },
        NotAction: { $ref: '#/$defs/strings' },
        Resource: { $ref: '#/$defs/strings' },
        NotResource: { $ref: '#/$defs/strings' },
        Condition: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            additionalProperties: {
              oneOf: [{ type: ['string', 'boolean', 'number'] }, { type: 'array' }],
            },
          },
        },
      },
    },
  },
};
