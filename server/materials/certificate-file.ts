/** The shape of a certificate file that meets `certificateSchema`. */

/** Every number is held as the text written in the file. */
export interface CertificateFile {
  RefSchemaUrl: string
  Certificate: {
    CommercialTransaction: {
      A01: CompanyPart
      A02: string
      A03: string
      A06?: CompanyPart
      'A06.1'?: CompanyPart
      A07: string
      A08?: string
    }
    ProductDescription: ProductPart
    Inspection?: InspectionPart | InspectionPart[]
    OtherTests?: { D01?: string; NonDestructiveTests?: Section; OtherProductTests?: Section }
    Validation?: { Z02?: string }
  }
}

export interface ProductPart {
  B01: string
  B02?: string | { SteelDesignation?: string[]; ProductNorm?: string[]; MaterialNorm?: string[]; MassNorm?: string[] }
  B06?: string
  B07?: string | string[]
  B08?: string
  B09?: Record<string, unknown>
  B10?: MeasurementPart
  B11?: MeasurementPart
  B12?: { Value: string; Unit?: string }
  B13?: { Value: string; Unit?: string }
}

export interface InspectionPart {
  C00?: string
  C01?: string
  C02?: string
  C03?: string
  SupplementaryInformation?: Section
  ChemicalComposition?: Section
  TensileTest?: Section
  HardnessTest?: Section
  NotchedBarImpactTest?: Section
  OtherMechanicalTests?: Section
}

export type CompanyPart = { Name?: string; CompanyName?: string }
export type Section = { readonly [code: string]: unknown }
export type MeasurementPart = { Property?: string; Value: string; Minimum?: string; Maximum?: string; Unit?: string }
