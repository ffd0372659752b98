export { findTenants, insertFirstAdministrator, insertFirstOrganisation, insertTenant } from "./founding/found-tenant.sql.ts";
export { replaceAdministrator, type Replaced } from "./founding/replace-administrator.ts";
export { ADMISSION_CRITERIA, LIFE_AREAS } from "./founding/tenant-defaults.data.ts";
export { accountsRoutes } from "./accounts.routes.ts";
export { getTenantSettings } from "./administration/tenant-settings.ts";
export { askingOfJob } from "./asking-of-job.ts";
export { mayUse, type Permission, PERMISSIONS, type Role, ROLES, roleWords } from "./permissions.ts";
export { hashPassword, isPassword } from "./secrets/password-hash.ts";
export { type QrPicture, qrPicture } from "./secrets/second-factor.ts";
