// The server's time: what a device's clock says is put right by the moment that each answer carries.
let ahead = 0

/** An answer tells whole seconds and was some time on its way: smaller differences are no fault of the clock. */
const tolerated = 2000

/** `date` as in the header of an answer. */
export function setServerTime(date: string | null, device = Date.now()): void {
  const told = Date.parse(date ?? '')
  if (Number.isNaN(told)) return
  const difference = told + 500 - device
  if (Math.abs(difference - ahead) > tolerated) ahead = Math.abs(difference) > tolerated ? difference : 0
}

export function serverNow(): Date {
  return new Date(Date.now() + ahead)
}
