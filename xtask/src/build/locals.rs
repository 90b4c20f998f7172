//! Local variables of WASM functions, numbered by how often each is used: those used most get the same
//! low numbers in every function, which packs better than the order of the tool that wrote them
//! (`docs/decisions.md`, *Functions stand beside their like*).

use std::cmp::Reverse;
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, Instruction, Module, ValType};
use wasmparser::{FunctionBody, Parser, Payload};

/// The module with its local variables numbered so. Those of one kind stay together.
pub(super) fn by_use(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    let mut numbered = Numbered { parameters: parameters(wasm)?.into_iter() };
    numbered
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// How many parameters each function has, in the order of their bodies.
fn parameters(wasm: &[u8]) -> Result<Vec<u32>, String> {
    let (mut by_type, mut all) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            Payload::TypeSection(section) => {
                for kind in section.into_iter_err_on_gc_types() {
                    let kind = kind.map_err(|error| error.to_string())?;
                    by_type.push(u32::try_from(kind.params().len()).unwrap_or(u32::MAX));
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    let kind = kind.map_err(|error| error.to_string())? as usize;
                    all.extend(by_type.get(kind));
                }
            }
            _ => {}
        }
    }
    Ok(all)
}

struct Numbered<Parameters> {
    parameters: Parameters,
}

type Fault = reencode::Error<Infallible>;

impl<Parameters: Iterator<Item = u32>> Reencode for Numbered<Parameters> {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Fault> {
        let parameters = self.parameters.next().unwrap_or_default();
        let mut locals = Vec::new();
        for declared in body.get_locals_reader()? {
            let (count, kind) = declared?;
            let kind = self.val_type(kind)?;
            locals.extend((0..count).map(|_| Local { kind, uses: 0, number: 0 }));
        }
        let mut reader = body.get_operators_reader()?;
        let mut instructions = Vec::new();
        while !reader.eof() {
            let mut instruction = self.parse_instruction(&mut reader)?;
            if let Some(local) = of(&mut instruction, parameters, &mut locals) {
                local.uses += 1;
            }
            instructions.push(instruction);
        }
        let mut function = Function::new(numbered(&mut locals, parameters));
        for instruction in &mut instructions {
            if let Some(local) = of(instruction, parameters, &mut locals) {
                let number = local.number;
                if let Some(named) = named(instruction) {
                    *named = number;
                }
            }
            function.instruction(instruction);
        }
        code.function(&function);
        Ok(())
    }
}

struct Local {
    kind: ValType,
    uses: u32,
    /// Its new number, once all are counted.
    number: u32,
}

/// The number of a local variable in an instruction that names one.
fn named<'a>(instruction: &'a mut Instruction<'_>) -> Option<&'a mut u32> {
    match instruction {
        Instruction::LocalGet(local)
        | Instruction::LocalSet(local)
        | Instruction::LocalTee(local) => Some(local),
        _ => None,
    }
}

/// The local variable that an instruction names, if it is no parameter.
fn of<'a>(
    instruction: &mut Instruction<'_>,
    parameters: u32,
    locals: &'a mut [Local],
) -> Option<&'a mut Local> {
    let number = named(instruction)?.checked_sub(parameters)?;
    locals.get_mut(number as usize)
}

/// Gives each its new number, and says how many there are of each kind. What is never used is dropped.
fn numbered(locals: &mut [Local], parameters: u32) -> Vec<(u32, ValType)> {
    let mut kinds: Vec<ValType> = Vec::new();
    for local in locals.iter().filter(|local| local.uses > 0) {
        if !kinds.contains(&local.kind) {
            kinds.push(local.kind);
        }
    }
    let mut next = parameters;
    let mut declared = Vec::new();
    for kind in kinds {
        let mut of_kind: Vec<&mut Local> =
            locals.iter_mut().filter(|local| local.kind == kind && local.uses > 0).collect();
        of_kind.sort_by_key(|local| Reverse(local.uses));
        let first = next;
        for local in of_kind {
            local.number = next;
            next += 1;
        }
        declared.push((next - first, kind));
    }
    declared
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{FunctionSection, TypeSection};
    use wasmparser::Operator;

    use super::*;

    /// One function with a parameter and five variables of two kinds: the second is used most, the third
    /// never.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut code = CodeSection::new();
        let mut function = Function::new([(3, ValType::I32), (1, ValType::F64), (1, ValType::I32)]);
        let mut body = function.instructions();
        body.local_get(0).local_set(1).f64_const(1.5.into()).local_set(4);
        body.local_get(0).local_tee(2).local_set(5).local_get(2).local_set(2).end();
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        module.finish()
    }

    #[test]
    fn what_is_used_most_comes_first_among_its_kind_and_what_is_not_used_goes() {
        let numbered = by_use(&module()).unwrap();
        wasmparser::validate(&numbered).unwrap();
        let body = Parser::new(0).parse_all(&numbered).find_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        let body = body.unwrap();
        let declared: Vec<(u32, wasmparser::ValType)> =
            body.get_locals_reader().unwrap().into_iter().map(Result::unwrap).collect();
        assert_eq!(declared, [(3, wasmparser::ValType::I32), (1, wasmparser::ValType::F64)]);
        let named: Vec<u32> = body
            .get_operators_reader()
            .unwrap()
            .into_iter()
            .filter_map(|operator| match operator.unwrap() {
                Operator::LocalGet { local_index }
                | Operator::LocalSet { local_index }
                | Operator::LocalTee { local_index } => Some(local_index),
                _ => None,
            })
            .collect();
        // The parameter stays 0; 2 was used three times, 1 and 5 once each.
        assert_eq!(named, [0, 2, 4, 0, 1, 3, 1, 1]);
    }
}
