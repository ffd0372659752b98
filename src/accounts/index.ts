export { accountsRoutes } from "./accounts.routes.ts";
export { getTenantSettings } from "./administration/tenant-settings.ts";
export { mayUse, type Permission, PERMISSIONS, type Role, ROLES } from "./permissions.ts";
export { hashPassword } from "./secrets/password-hash.ts";
