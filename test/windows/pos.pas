{
  A caller as Delphi has them: a static import of the library beside it, and
  stdcall.

    pos STRURL INDATA_FILE

  Prints the returned text and OutData's bytes, a line each.
}
program pos;

const
  OutDataBytes = 2048;
  InDataBytes = 65536;

function NationEcTrans(strUrl, InData, OutData: PAnsiChar): PAnsiChar; stdcall;
  external 'NationECCode.dll';

var
  Url: AnsiString;
  InData: array[0..InDataBytes] of AnsiChar;
  OutData: array[0..OutDataBytes - 1] of AnsiChar;
  Source: file;
  Count: LongInt;
  Returned: PAnsiChar;

begin
  FillChar(InData, SizeOf(InData), 0);
  FileMode := 0;
  Assign(Source, ParamStr(2));
  Reset(Source, 1);
  BlockRead(Source, InData, InDataBytes, Count);
  Close(Source);
  Url := ParamStr(1);
  Returned := NationEcTrans(PAnsiChar(Url), InData, OutData);
  WriteLn(Returned);
  Write(PAnsiChar(@OutData));
end.
