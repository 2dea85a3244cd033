/**
 * One attribute of a resource (RFC 7643 §7): what schema documents say of it, and what requests may
 * name.
 */
export interface Attribute {
  readonly name: string
  readonly type: 'string' | 'boolean' | 'complex' | 'reference' | 'dateTime'
  readonly description: string
  readonly multiValued?: boolean
  readonly required?: boolean
  readonly caseExact?: boolean
  readonly mutability?: 'readWrite' | 'readOnly'
  readonly uniqueness?: 'none' | 'server'
  readonly subAttributes?: readonly Attribute[]
}

/** The names of schemas and messages. */
export const urn = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
  resourceType: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
  serviceProviderConfig: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  search: 'urn:ietf:params:scim:api:messages:2.0:SearchRequest',
  bulk: 'urn:ietf:params:scim:api:messages:2.0:BulkRequest',
  bulkAnswer: 'urn:ietf:params:scim:api:messages:2.0:BulkResponse',
} as const

const value = (description: string, more: Partial<Attribute> = {}): Attribute => ({
  name: 'value',
  type: 'string',
  description,
  ...more,
})
const type: Attribute = {
  name: 'type',
  type: 'string',
  description: 'What it is for, such as work.',
}
const primary: Attribute = {
  name: 'primary',
  type: 'boolean',
  description: 'Whether it is the main one; at most one is.',
}
const display: Attribute = {
  name: 'display',
  type: 'string',
  description: 'Its name, for reading.',
  mutability: 'readOnly',
}
const ref: Attribute = {
  name: '$ref',
  type: 'reference',
  description: 'Where it stands.',
  mutability: 'readOnly',
}

/** What every resource has (RFC 7643 §3.1). */
const common: readonly Attribute[] = [
  {
    name: 'id',
    type: 'string',
    description: 'The id given here.',
    mutability: 'readOnly',
    caseExact: true,
    uniqueness: 'server',
  },
  {
    name: 'externalId',
    type: 'string',
    description: 'The provisioning system’s own id for it: a label, unique to nothing.',
    caseExact: true,
  },
  {
    name: 'meta',
    type: 'complex',
    description: 'What is known of the resource itself.',
    mutability: 'readOnly',
    subAttributes: [
      { name: 'resourceType', type: 'string', description: 'What it is.', mutability: 'readOnly' },
      {
        name: 'location',
        type: 'reference',
        description: 'Where it stands.',
        mutability: 'readOnly',
      },
      {
        name: 'created',
        type: 'dateTime',
        description: 'When it was added.',
        mutability: 'readOnly',
      },
      {
        name: 'lastModified',
        type: 'dateTime',
        description: 'When it was last changed.',
        mutability: 'readOnly',
      },
      {
        name: 'version',
        type: 'string',
        description: 'The ETag of this state.',
        mutability: 'readOnly',
      },
    ],
  },
]

/** One kind of resource. */
export interface ResourceKind {
  readonly name: 'User' | 'Group'
  readonly path: '/Users' | '/Groups'
  readonly schema: string
  readonly description: string
  readonly attributes: readonly Attribute[]
  /**
   * Standard attributes that are not kept here. Clients send them unasked, so they are passed over
   * and not refused; answers show that they are not there.
   */
  readonly passedOver: readonly string[]
}

/** People. */
export const userKind: ResourceKind = {
  name: 'User',
  path: '/Users',
  schema: urn.user,
  description: 'Somebody who may sign in.',
  attributes: [
    ...common,
    {
      name: 'userName',
      type: 'string',
      description: 'The name to sign in with.',
      required: true,
      uniqueness: 'server',
    },
    {
      name: 'name',
      type: 'complex',
      description: 'The name of the person.',
      required: true,
      subAttributes: [
        { name: 'givenName', type: 'string', description: 'The given name.', required: true },
        { name: 'familyName', type: 'string', description: 'The family name.', required: true },
        { name: 'formatted', type: 'string', description: 'Both.', mutability: 'readOnly' },
      ],
    },
    {
      name: 'displayName',
      type: 'string',
      description: 'The name as it is shown: given name, then family name.',
      mutability: 'readOnly',
    },
    {
      name: 'emails',
      type: 'complex',
      multiValued: true,
      description: 'E-mail addresses, at most five.',
      required: true,
      subAttributes: [value('The address.', { required: true }), type, primary],
    },
    {
      name: 'phoneNumbers',
      type: 'complex',
      multiValued: true,
      description: 'Phone numbers, at most five.',
      subAttributes: [value('The number.', { required: true }), type],
    },
    {
      name: 'userType',
      type: 'string',
      description: 'What the organization calls this kind of person.',
    },
    {
      name: 'locale',
      type: 'string',
      description: 'A language tag such as en-GB.',
      caseExact: false,
    },
    {
      name: 'active',
      type: 'boolean',
      description: 'False while the person is deactivated. Locks are shown elsewhere.',
    },
    {
      name: 'roles',
      type: 'complex',
      multiValued: true,
      description:
        'Roles at the organization that is provisioned for, by the ids that the portal gives them.',
      subAttributes: [
        value('The role’s id.', { caseExact: true, required: true }),
        display,
        type,
        primary,
      ],
    },
    {
      name: 'groups',
      type: 'complex',
      multiValued: true,
      description: 'The groups that the person is in; changed at the groups.',
      mutability: 'readOnly',
      subAttributes: [
        value('The group’s id.', { mutability: 'readOnly' }),
        display,
        ref,
        { ...type, mutability: 'readOnly' },
      ],
    },
  ],
  passedOver: [
    'password',
    'nickName',
    'profileUrl',
    'title',
    'preferredLanguage',
    'timezone',
    'ims',
    'photos',
    'addresses',
    'entitlements',
    'x509Certificates',
  ],
}

/** Groups. */
export const groupKind: ResourceKind = {
  name: 'Group',
  path: '/Groups',
  schema: urn.group,
  description: 'People who belong together.',
  attributes: [
    ...common,
    {
      name: 'displayName',
      type: 'string',
      description: 'The name, new within the organization.',
      required: true,
      uniqueness: 'server',
    },
    {
      name: 'members',
      type: 'complex',
      multiValued: true,
      description: 'The people in it.',
      subAttributes: [value('The person’s id.', { required: true }), display, ref, type],
    },
  ],
  passedOver: [],
}

const kinds = [userKind, groupKind]

/** What the server can do (RFC 7643 §5). */
export function serviceProviderConfig(
  base: string,
  limits: {
    readonly maxResults: number
    readonly maxOperations: number
    readonly maxBodyBytes: number
  },
): object {
  return {
    schemas: [urn.serviceProviderConfig],
    patch: { supported: true },
    bulk: {
      supported: true,
      maxOperations: limits.maxOperations,
      maxPayloadSize: limits.maxBodyBytes,
    },
    filter: { supported: true, maxResults: limits.maxResults },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A token in the Authorization header, given out by the portal (RFC 6750).',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  }
}

/** The kinds of resource (RFC 7643 §6). */
export function resourceTypes(base: string): readonly { readonly id: string }[] {
  return kinds.map(({ name, path, schema, description }) => ({
    schemas: [urn.resourceType],
    id: name,
    name,
    endpoint: path,
    description,
    schema,
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
  }))
}

/** The schemas of the resources (RFC 7643 §7). */
export function schemaDocuments(base: string): readonly { readonly id: string }[] {
  return kinds.map(({ name, schema, description, attributes }) => ({
    schemas: [urn.schema],
    id: schema,
    name,
    description,
    attributes: attributes.map(described),
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${schema}` },
  }))
}

function described({ subAttributes, ...attribute }: Attribute): object {
  return {
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: attribute.name === 'id' ? 'always' : 'default',
    uniqueness: 'none',
    ...attribute,
    ...(subAttributes ? { subAttributes: subAttributes.map(described) } : {}),
  }
}
