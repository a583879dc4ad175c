// Every text of login, accounts and the audit log, Indonesian first.
import type { AuditAction } from '../../schemas/audit.ts';
import type { Role } from '../../schemas/viewer.ts';
import type { TokenScope } from '../../schemas/account.ts';
import type { Label, Language } from '../web/words.ts';
import type { AccountFault } from './ports.ts';

const WORDS = {
  signIn: ['Masuk', 'Sign in'],
  signOut: ['Keluar', 'Sign out'],
  name: ['Nama akun', 'Account name'],
  password: ['Kata sandi', 'Password'],
  signInText: [
    'Meja pantau ini hanya untuk yang punya akun. Lupa kata sandi? Minta pengelola meja Anda menggantinya.',
    'This desk is for people with an account. Forgot your password? Ask the administrator of your desk to change it.',
  ],
  wrong: [
    'Nama akun atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi.',
    'Account name or password do not match. Check both, then try again.',
  ],
  limited: [
    'Terlalu banyak percobaan masuk. Coba lagi dalam 15 menit, atau minta pengelola mengganti kata sandi.',
    'Too many attempts to sign in. Try again in 15 minutes, or ask an administrator to change the password.',
  ],
  signInNeeded: ['Anda perlu masuk dulu.', 'You need to sign in first.'],
  signInNext: [
    "Masuk di /masuk, atau kirim token API: 'Authorization: Bearer pantau_…'.",
    "Sign in at /masuk, or send an API token: 'Authorization: Bearer pantau_…'.",
  ],
  forbidden: ['Akun ini tidak boleh membuka halaman itu.', 'This account may not open that page.'],
  forbiddenNext: [
    'Mintalah peran atau cakupan token yang sesuai kepada pengelola.',
    'Ask an administrator for the role, or for a token with the scope, that it takes.',
  ],
  staleForm: ['Formulir ini sudah tidak berlaku.', 'This form is no longer valid.'],
  staleFormNext: [
    'Kembali, muat ulang halamannya, lalu kirim sekali lagi.',
    'Go back, reload the page, then send it again.',
  ],
  account: ['Akun saya', 'My account'],
  role: ['Peran', 'Role'],
  regions: ['Wilayah', 'Regions'],
  allRegions: ['Semua wilayah', 'All regions'],
  changePassword: ['Ganti kata sandi', 'Change password'],
  oldPassword: ['Kata sandi sekarang', 'Present password'],
  newPassword: ['Kata sandi baru', 'New password'],
  passwordHint: [
    'Paling sedikit 12 karakter; kalimat pendek paling mudah diingat.',
    'At least 12 characters; a short sentence is easiest to remember.',
  ],
  passwordChanged: [
    'Kata sandi sudah diganti. Semua sesi lain telah diakhiri.',
    'The password was changed. All other sessions have ended.',
  ],
  tokens: ['Token API', 'API tokens'],
  tokensText: [
    'Untuk program dan pembaca umpan. Token melihat wilayah yang sama dengan akun ini.',
    'For programs and feed readers. A token sees the same regions as this account.',
  ],
  noTokens: ['Belum ada token.', 'There is no token yet.'],
  label: ['Untuk apa', 'What it is for'],
  scopes: ['Boleh', 'May'],
  created: ['Dibuat', 'Created'],
  expires: ['Berlaku sampai', 'Valid until'],
  never: ['tanpa batas', 'no end'],
  lastUsed: ['Terakhir dipakai', 'Last used'],
  unused: ['belum pernah', 'never'],
  days: ['Berlaku (hari)', 'Valid for (days)'],
  makeToken: ['Buat token', 'Make a token'],
  revoke: ['Cabut', 'Revoke'],
  revoked: ['dicabut', 'revoked'],
  newTokenTitle: ['Token baru', 'New token'],
  newTokenText: [
    'Salin sekarang: token ini tidak akan ditampilkan lagi.',
    'Copy it now: this token will not be shown again.',
  ],
  accounts: ['Akun', 'Accounts'],
  addAccount: ['Tambah akun', 'Add an account'],
  regionsHint: [
    "Kode Kemendagri dipisah spasi, misalnya '64 65.71'. Kosong: semua wilayah.",
    "Kemendagri codes separated by spaces, for example '64 65.71'. Empty: all regions.",
  ],
  state: ['Keadaan', 'State'],
  active: ['aktif', 'active'],
  disabled: ['dinonaktifkan', 'disabled'],
  disable: ['Nonaktifkan', 'Disable'],
  enable: ['Aktifkan', 'Enable'],
  save: ['Simpan', 'Save'],
  edit: ['Ubah', 'Change'],
  done: ['Perubahan sudah disimpan.', 'The change was saved.'],
  audit: ['Catatan', 'Audit log'],
  auditText: [
    'Siapa melakukan apa, kapan, dari mana. Hanya bertambah, tidak pernah diubah.',
    'Who did what, when, from where. It only grows and is never changed.',
  ],
  when: ['Waktu (UTC)', 'Time (UTC)'],
  who: ['Siapa', 'Who'],
  what: ['Apa', 'What'],
  detail: ['Pada', 'Of'],
  from: ['Dari', 'From'],
  older: ['Lebih lama', 'Older'],
  all: ['Semua', 'All'],
  show: ['Tampilkan', 'Show'],
  noEntries: ['Tidak ada catatan yang cocok.', 'No entry matches.'],
  nobody: ['tanpa akun', 'no account'],
  owner: [
    'Belum ada akun: siapa pun di komputer ini boleh semuanya. Akun pertama yang ditambahkan harus pengelola; sesudah itu semua orang perlu masuk.',
    'There are no accounts yet: whoever sits at this machine may do everything. The first account has to be an administrator; from then on everybody signs in.',
  ],
} as const satisfies Record<string, Label>;

export type AccessWord = keyof typeof WORDS;

const pick = (label: Label, language: Language): string => label[language === 'id' ? 0 : 1];

/** A text of these pages in the reader's language. */
export const sayAccess = (word: AccessWord, language: Language): string =>
  pick(WORDS[word], language);

const ROLES: Record<Role, Label> = {
  reader: ['pembaca', 'reader'],
  reviewer: ['peninjau', 'reviewer'],
  admin: ['pengelola', 'administrator'],
};
export const roleName = (role: Role, language: Language): string => pick(ROLES[role], language);

const SCOPES: Record<TokenScope, Label> = {
  read: ['membaca', 'read'],
  review: ['meninjau', 'review'],
  export: ['mengekspor', 'export'],
};
export const scopeName = (scope: TokenScope, language: Language): string =>
  pick(SCOPES[scope], language);

/** Also what a form can have wrong before an account is asked for. */
export type PageFault = AccountFault | 'bad-region' | 'bad-role';

const FAULTS: Record<PageFault, Label> = {
  'bad-region': [
    "Wilayah itu tidak dikenal: pakai kode Kemendagri seperti '64' atau '64.74'.",
    "That region is unknown: use Kemendagri codes such as '64' or '64.74'.",
  ],
  'bad-role': ['Pilih salah satu peran.', 'Choose one of the roles.'],
  'no-admin': [
    'Akun pertama harus pengelola: tanpa pengelola tidak ada yang dapat mengubah akun.',
    'The first account has to be an administrator: nobody else can change accounts.',
  ],
  'too-short': [
    'Kata sandi terlalu pendek: paling sedikit 12 karakter.',
    'The password is too short: at least 12 characters.',
  ],
  'too-long': [
    'Kata sandi terlalu panjang: paling banyak 256 karakter.',
    'The password is too long: at most 256 characters.',
  ],
  'is-the-name': [
    'Kata sandi tidak boleh berisi hampir hanya nama akun.',
    'The password must not be little more than the account name.',
  ],
  'too-simple': [
    'Kata sandi terlalu sederhana: pakai lebih banyak karakter berbeda.',
    'The password is too simple: use more different characters.',
  ],
  'bad-name': [
    "Nama akun: 2–40 dari a–z, 0–9, '.', '_', '-', diawali huruf atau angka.",
    "Account name: 2–40 of a–z, 0–9, '.', '_', '-', beginning with a letter or digit.",
  ],
  'name-taken': ['Nama akun itu sudah dipakai.', 'That account name is taken.'],
  unknown: ['Itu tidak ada (lagi).', 'There is no such thing (any more).'],
  'wrong-password': ['Kata sandi sekarang tidak cocok.', 'The present password does not match.'],
  'last-admin': [
    'Ini pengelola terakhir: tambahkan pengelola lain dulu.',
    'This is the last administrator: add another one first.',
  ],
  'limited-admin': [
    'Pengelola tidak dapat dibatasi wilayahnya.',
    'An administrator cannot be limited to regions.',
  ],
  'bad-token': [
    'Isi untuk apa token ini, dan pilih paling sedikit satu izin.',
    'Say what the token is for, and choose at least one permission.',
  ],
};
export const faultText = (fault: PageFault, language: Language): string =>
  pick(FAULTS[fault], language);

const ACTIONS: Record<AuditAction, Label> = {
  login: ['masuk', 'signed in'],
  'login.failed': ['gagal masuk', 'failed to sign in'],
  'login.limited': ['masuk dibatasi', 'sign-in was limited'],
  logout: ['keluar', 'signed out'],
  'account.added': ['akun ditambahkan', 'account added'],
  'account.changed': ['akun diubah', 'account changed'],
  'account.password': ['kata sandi diganti', 'password changed'],
  'account.disabled': ['akun dinonaktifkan', 'account disabled'],
  'account.enabled': ['akun diaktifkan', 'account enabled'],
  'token.added': ['token dibuat', 'token made'],
  'token.revoked': ['token dicabut', 'token revoked'],
  review: ['tinjauan', 'review'],
  case: ['perkara', 'case'],
  watch: ['pantauan', 'watch'],
  export: ['ekspor', 'export'],
  settings: ['setelan', 'settings'],
};
export const actionName = (action: AuditAction, language: Language): string =>
  pick(ACTIONS[action], language);
