/** The parts of an EN 10168 certificate file that we read (both 0.4 and 0.5), described as JSON schema. */

const text = { type: 'string', maxLength: 4000 }
const name = { type: 'string', maxLength: 200, pattern: '\\S' }
const nameList = { type: 'array', maxItems: 1000, items: name }
const written = { type: ['string', 'number'], maxLength: 500 }

/** A measured value; numbers are also taken as text, because mills write '<0.002' and '71,2'. */
const measurement = {
  type: 'object',
  required: ['Value'],
  properties: { Property: text, Value: written, Minimum: written, Maximum: written, Unit: name },
}

/** A chemical value: plain text in 0.4, `{ Value, Operator }` in 0.5. */
const operand = {
  type: ['string', 'number', 'object'],
  maxLength: 500,
  required: ['Value'],
  properties: { Value: written, Operator: { enum: ['=', '<', '<=', '>', '>='] } },
}
const element = {
  type: 'object',
  required: ['Symbol', 'Actual'],
  properties: { Symbol: name, Actual: operand, Minimum: operand, Maximum: operand, Unit: name, Formula: text },
}

const keyValue = {
  type: 'object',
  required: ['Key'],
  properties: { Key: text, Value: text, Unit: name, Interpretation: text, Type: text, Method: text },
}
const keyValues = {
  type: 'object',
  propertyNames: { pattern: '^[CD]\\d{2,3}[\\w.-]*$', maxLength: 20 },
  additionalProperties: keyValue,
}
const measurements = { type: 'array', maxItems: 1000, items: measurement }

/** The sections with values are closed: a value that we could not read is a fault, never a silent loss. */
const inspection = {
  type: 'object',
  properties: {
    C00: { type: 'string', maxLength: 200 },
    C01: text,
    C02: text,
    C03: text,
    SupplementaryInformation: keyValues,
    ChemicalComposition: {
      type: 'object',
      properties: { C70: text, SupplementaryInformation: keyValues },
      patternProperties: { '^C(7[1-9]|[89]\\d|1[01]\\d)$': element },
      additionalProperties: false,
    },
    TensileTest: {
      type: 'object',
      properties: {
        C10: text,
        C11: measurement,
        C12: measurement,
        C13: measurement,
        SupplementaryInformation: keyValues,
      },
      additionalProperties: false,
    },
    HardnessTest: {
      type: 'object',
      properties: { C30: text, C31: measurements, C32: measurement, SupplementaryInformation: keyValues },
      additionalProperties: false,
    },
    NotchedBarImpactTest: {
      type: 'object',
      properties: {
        C40: text,
        C41: measurement,
        C42: measurements,
        C43: measurement,
        SupplementaryInformation: keyValues,
      },
      additionalProperties: false,
    },
    OtherMechanicalTests: keyValues,
  },
}

/** A company is named `CompanyName` or `Name` in 0.4, `Name` in 0.5. */
const company = {
  type: 'object',
  properties: { Name: name, CompanyName: name },
  if: { required: ['CompanyName'] },
  else: { required: ['Name'] },
}

/** Bounded by what a mass column holds. */
const mass = {
  type: 'object',
  required: ['Value'],
  properties: { Value: { type: 'number', minimum: 0, maximum: 999_999_999 }, Unit: name },
}

/** Its shape in TypeScript is `CertificateFile`; what we do not read is left to the full schema of an operator. */
export const certificateSchema = {
  type: 'object',
  required: ['RefSchemaUrl', 'Certificate'],
  properties: {
    RefSchemaUrl: { type: 'string', maxLength: 300 },
    Certificate: {
      type: 'object',
      required: ['CommercialTransaction', 'ProductDescription'],
      properties: {
        CommercialTransaction: {
          type: 'object',
          required: ['A01', 'A02', 'A03', 'A07'],
          properties: { A01: company, A02: name, A03: name, A06: company, 'A06.1': company, A07: name, A08: name },
        },
        ProductDescription: {
          type: 'object',
          required: ['B01'],
          properties: {
            B01: text,
            B02: {
              type: ['string', 'object'],
              maxLength: 4000,
              properties: {
                SteelDesignation: nameList,
                ProductNorm: nameList,
                MaterialNorm: nameList,
                MassNorm: nameList,
              },
            },
            B06: text,
            B07: {
              type: ['string', 'array'],
              maxLength: 200,
              pattern: '\\S',
              minItems: 1,
              maxItems: 1000,
              items: name,
            },
            B08: { type: 'integer', minimum: 0, maximum: 1_000_000 },
            B09: { type: 'object', maxProperties: 20, properties: { Form: text, Description: text, Unit: name } },
            B10: measurement,
            B11: measurement,
            B12: mass,
            B13: mass,
          },
        },
        Inspection: {
          type: ['object', 'array'],
          maxItems: 1000,
          if: { type: 'array' },
          // biome-ignore lint/suspicious/noThenProperty: `then` is the JSON schema keyword, nothing awaits this object
          then: { items: inspection },
          else: inspection,
        },
        OtherTests: {
          type: 'object',
          properties: { D01: text, NonDestructiveTests: keyValues, OtherProductTests: keyValues },
        },
        Validation: { type: 'object', properties: { Z02: { type: 'string', format: 'date' } } },
      },
    },
  },
}
