export { mayUse, type Permission, PERMISSIONS, type Role, ROLES } from "./permissions.ts";
