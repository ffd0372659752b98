export { accountsRoutes } from "./accounts.routes.ts";
export { getTenantSettings } from "./administration/tenant-settings.ts";
export { askingOfJob } from "./asking-of-job.ts";
export { mayUse, type Permission, PERMISSIONS, type Role, ROLES, roleWords } from "./permissions.ts";
export { hashPassword } from "./secrets/password-hash.ts";
export { qrPicture } from "./secrets/second-factor.ts";
