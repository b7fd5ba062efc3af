// Orleans has an enum of the same name in the namespace that every file sees.
global using ErrorCode = Simpul.Contracts.ErrorCode;
