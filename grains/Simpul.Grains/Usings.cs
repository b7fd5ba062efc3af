// Orleans has an enum of the same name in the namespace that every grain file sees.
global using ErrorCode = Simpul.Contracts.ErrorCode;
